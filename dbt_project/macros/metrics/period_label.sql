{# How a reporting period is called where people read it. #}
{% macro period_label(period_type, period_start, period_end) -%}
    case {{ period_type }}
        when 'calendar_month' then {{ month_and_year(period_end) }}
        when 'rolling_12_months' then 'year to ' || {{ month_and_year(period_end) }}
        when 'survey_year' then cast(year({{ period_start }}) as {{ dbt.type_string() }}) || ' survey'
        when 'month_end_snapshot' then 'end of ' || {{ month_and_year(period_end) }}
        when 'quarter_end_snapshot' then 'end of ' || {{ month_and_year(period_end) }}
        when 'snapshot_date' then {{ day_month_and_year(period_end) }}
        else {{ day_month_and_year(period_start) }} || ' to ' || {{ day_month_and_year(period_end) }}
    end
{%- endmacro %}
