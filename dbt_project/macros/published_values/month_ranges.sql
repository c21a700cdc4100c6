{# Ranges of months as NHS Workforce Statistics print them: "202509 to 202510" runs from the end of
   September to the end of October 2025, which is the month of October. #}

{# The first day of the month at whose end the range begins. #}
{% macro opening_month(text) -%}
    {{ parse_date(first_match(text, '^ *([0-9]{6}) *to'), ['%Y%m']) }}
{%- endmacro %}


{# The first day of the month at whose end the range ends. #}
{% macro closing_month(text) -%}
    {{ parse_date(first_match(text, 'to *([0-9]{6}) *$'), ['%Y%m']) }}
{%- endmacro %}
