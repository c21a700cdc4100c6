{# Window functions that DuckDB and Spark spell differently. #}

{# The last value that is not null up to the current row: to stand before `over (...)`. #}
{% macro last_filled(value) -%}
    {{ return(adapter.dispatch('last_filled', 'people_plan')(value)) }}
{%- endmacro %}

{% macro duckdb__last_filled(value) -%}
    last_value({{ value }} ignore nulls)
{%- endmacro %}
