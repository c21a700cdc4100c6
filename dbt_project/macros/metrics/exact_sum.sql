{# The sum of a column to eight decimals, added exactly: a sum of floating point numbers depends on
   the order in which an engine happens to read them, and equal files must give equal figures. #}
{% macro exact_sum(expression) -%}
    cast(sum(cast({{ expression }} as decimal(18, 8))) as double)
{%- endmacro %}
