{# How a reporting period is called where people read it; null where there is no period. #}
{% macro period_label(period_type, first_day, last_day) -%}
    case {{ period_type }}
        when 'calendar_month' then {{ month_and_year(last_day) }}
        when 'rolling_12_months' then 'year to ' || {{ month_and_year(last_day) }}
        when 'survey_year'
            then cast(year({{ last_day }}) as {{ dbt.type_string() }}) || ' survey'
        when 'month_end_snapshot' then 'end of ' || {{ month_and_year(last_day) }}
        when 'quarter_end_snapshot' then 'end of ' || {{ month_and_year(last_day) }}
        when 'snapshot_date' then {{ day_month_and_year(last_day) }}
        when 'financial_quarter' then {{ financial_quarter_name(first_day) }}
        when 'quarter' then {{ financial_quarter_name(first_day) }}
        when 'financial_year' then {{ year_pair(first_day) }} || ' financial year'
        when 'financial_year_to_date'
            then {{ year_pair(first_day) }} || ' to ' || {{ month_and_year(last_day) }}
        when 'flu_season' then {{ year_pair(first_day) }} || ' season'
        when 'academic_year' then {{ year_pair(first_day) }} || ' academic year'
        when 'academic_year_intake'
            then cast(year({{ first_day }}) as {{ dbt.type_string() }}) || ' intake'
        else {{ day_month_and_year(first_day) }} || ' to ' || {{ day_month_and_year(last_day) }}
    end
{%- endmacro %}


{# "2023/24": the two calendar years of a year that begins on this day. #}
{% macro year_pair(first_day) -%}
    cast(year({{ first_day }}) as {{ dbt.type_string() }}) || '/'
    || substr(cast(year({{ first_day }}) + 1 as {{ dbt.type_string() }}), 3)
{%- endmacro %}


{# "Q1 2023/24": the quarter of the financial year that begins on this day, Q1 in April. #}
{% macro financial_quarter_name(first_day) -%}
    'Q' || cast(
        cast(floor((month({{ add_months(first_day, -3) }}) + 2) / 3) as integer)
        as {{ dbt.type_string() }}
    ) || ' ' || {{ year_pair(add_months(first_day, -3)) }}
{%- endmacro %}
