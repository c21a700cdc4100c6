{# Years and quarters that publications write as text: 2023/24, 2023-24, 202324, 2023 to 2024. #}

{# The calendar year in which the published year begins: its first four digits. #}
{% macro first_year(text) -%}
    cast({{ first_match(text, '([0-9]{4})') }} as integer)
{%- endmacro %}


{# The first day of a year that begins in the given month: 4 for a financial year, 8 for an academic
   one, 9 for a flu season. #}
{% macro year_start(text, first_month) -%}
    make_date({{ first_year(text) }}, {{ first_month }}, 1)
{%- endmacro %}


{# The last day of the twelve months that begin in the given month of the published year. #}
{% macro year_end(text, first_month) -%}
    last_day({{ add_months(year_start(text, first_month), 11) }})
{%- endmacro %}


{# The first day of a quarter of a financial year: the year as text, and a text with its digit. #}
{% macro financial_quarter_start(year_text, quarter_text) -%}
    {{ add_months(
        year_start(year_text, 4),
        '3 * (cast(' ~ first_match(quarter_text, '([1-4])') ~ ' as integer) - 1)'
    ) }}
{%- endmacro %}


{# The last day of that quarter. #}
{% macro financial_quarter_end(year_text, quarter_text) -%}
    last_day({{ add_months(financial_quarter_start(year_text, quarter_text), 2) }})
{%- endmacro %}
