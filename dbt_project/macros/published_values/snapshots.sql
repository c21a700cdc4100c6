{# Snapshots of releases whose files do not say of which month they are. #}

{# The month end that general practice returns published on this day describe. Releases follow the
   month end by 28 to 45 days: three weeks back, with a week's margin either side, lies in the month
   after it. Until June 2021 there were quarter ends only. #}
{% macro practice_snapshot(published_on) -%}
    {%- set latest = previous_month_end(published_on, 20) -%}
    case
        when {{ latest }} < date '2021-07-01'
            then last_day({{ add_months(
                first_day(latest), 'cast(-mod(month(' ~ latest ~ '), 3) as integer)'
            ) }})
        else {{ latest }}
    end
{%- endmacro %}


{# The last month end before the day that lies so many days back. #}
{% macro previous_month_end(day, days_back) -%}
    last_day({{ add_months('cast(' ~ day ~ " - interval '" ~ days_back ~ "' day as date)", -1) }})
{%- endmacro %}
