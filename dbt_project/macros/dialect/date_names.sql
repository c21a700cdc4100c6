{# Dates as people read them, which DuckDB and Spark format by different letters. #}

{# "April 2024". #}
{% macro month_and_year(day) -%}
    {{ return(adapter.dispatch('month_and_year', 'people_plan')(day)) }}
{%- endmacro %}

{% macro duckdb__month_and_year(day) -%}
    strftime({{ day }}, '%B %Y')
{%- endmacro %}

{% macro spark__month_and_year(day) -%}
    date_format({{ day }}, 'MMMM yyyy')
{%- endmacro %}


{# "5 April 2024". #}
{% macro day_month_and_year(day) -%}
    {{ return(adapter.dispatch('day_month_and_year', 'people_plan')(day)) }}
{%- endmacro %}

{% macro duckdb__day_month_and_year(day) -%}
    strftime({{ day }}, '%-d %B %Y')
{%- endmacro %}

{% macro spark__day_month_and_year(day) -%}
    date_format({{ day }}, 'd MMMM yyyy')
{%- endmacro %}
