{# Published text as we keep it: trimmed, and null where nothing is left. #}

{# For fields of text files, whose inner spacing is regular. #}
{% macro trimmed(text) -%}
    nullif(trim({{ text }}), '')
{%- endmacro %}


{# For headings and labels of workbooks, whose inner spacing is not ("April    2013", "January
   \n2025"). #}
{% macro tidied(text) -%}
    nullif(trim({{ collapse_whitespace(text) }}), '')
{%- endmacro %}
