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
        else {{ day_month_and_year(first_day) }} || ' to ' || {{ day_month_and_year(last_day) }}
    end
{%- endmacro %}
