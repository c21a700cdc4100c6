{# Published dates and months, whatever their era, as dates. #}

{# The forms seen: 30/04/2024, April 2013, 2014-APR, 2024-04-30, 20240430, 30APR2024, 30-Apr-24, 30
   April 2024, Apr-13, 201304. The frequent ones stand first, because every miss costs time. Years
   of two digits stand before those of four, because %Y would take them for the first century. #}
{% macro date_formats() -%}
    {{ return([
        '%d/%m/%y', '%d/%m/%Y', '%B %y', '%B %Y', '%Y-%b', '%Y-%m-%d', '%Y%m%d', '%d%b%Y',
        '%d-%b-%y', '%d-%b-%Y', '%d %B %Y', '%b-%y', '%b-%Y', '%b %y', '%b %Y', '%Y-%m', '%Y%m',
    ]) }}
{%- endmacro %}


{# The published text as a date, a month as its first day; null where it is neither. #}
{% macro published_date(text) -%}
    {{ parse_date(tidied(text), date_formats()) }}
{%- endmacro %}


{# The first day of the month that the published text names or lies in. #}
{% macro month_start(text) -%}
    {{ first_day(published_date(text)) }}
{%- endmacro %}


{# The last day of the month that the published text names or lies in. #}
{% macro month_end(text) -%}
    last_day({{ published_date(text) }})
{%- endmacro %}
