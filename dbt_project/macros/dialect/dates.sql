{# Date functions that DuckDB and Spark spell differently. #}

{# The text as a date by the first of the formats that fits it; null where none does.
   Formats are those of strptime. #}
{% macro parse_date(text, formats) -%}
    {{ return(adapter.dispatch('parse_date', 'people_plan')(text, formats)) }}
{%- endmacro %}

{% macro duckdb__parse_date(text, formats) -%}
    cast(try_strptime({{ text }}, ['{{ formats | join("', '") }}']) as date)
{%- endmacro %}


{# The date a whole number of months later, or earlier where negative. #}
{% macro add_months(day, months) -%}
    {{ return(adapter.dispatch('add_months', 'people_plan')(day, months)) }}
{%- endmacro %}

{% macro duckdb__add_months(day, months) -%}
    cast({{ day }} + to_months({{ months }}) as date)
{%- endmacro %}


{# The same day of the year before; of the last day of February, the last day of that February. #}
{% macro a_year_before(day) -%}
    cast({{ add_months(day ~ ' + interval 1 day', -12) }} - interval 1 day as date)
{%- endmacro %}


{# Whole months from the month of the first date to the month of the second. #}
{% macro months_between(first_day, last_day) -%}
    (
        12 * (year({{ last_day }}) - year({{ first_day }}))
        + month({{ last_day }}) - month({{ first_day }})
    )
{%- endmacro %}


{# The first day of the month of a date. #}
{% macro first_day(day) -%}
    make_date(year({{ day }}), month({{ day }}), 1)
{%- endmacro %}


{# True for the first and the last day of one month. #}
{% macro is_one_month(first_day_of_it, last_day_of_it) -%}
    (
        day({{ first_day_of_it }}) = 1
        and {{ add_months(first_day_of_it, 1) }} = {{ last_day_of_it }} + interval 1 day
    )
{%- endmacro %}


{# Whole days from the first date to the second. #}
{% macro days_between(first_day, last_day) -%}
    {{ return(adapter.dispatch('days_between', 'people_plan')(first_day, last_day)) }}
{%- endmacro %}

{% macro duckdb__days_between(first_day, last_day) -%}
    date_diff('day', {{ first_day }}, {{ last_day }})
{%- endmacro %}


{# The first day of the quarter of a date: financial years have the calendar's quarters. #}
{% macro quarter_start(day) -%}
    make_date(
        year({{ day }}), cast(3 * floor((month({{ day }}) - 1) / 3) + 1 as integer), 1
    )
{%- endmacro %}


{# A query for every day from the first to the last, given as `yyyy-mm-dd`, in column `one_day`. #}
{% macro date_series(first, last) -%}
    {{ return(adapter.dispatch('date_series', 'people_plan')(first, last)) }}
{%- endmacro %}

{% macro duckdb__date_series(first, last) -%}
    select cast(unnest(generate_series(date '{{ first }}', date '{{ last }}', interval 1 day)) as date)
        as one_day
{%- endmacro %}

{% macro spark__date_series(first, last) -%}
    select explode(sequence(date '{{ first }}', date '{{ last }}', interval 1 day)) as one_day
{%- endmacro %}
