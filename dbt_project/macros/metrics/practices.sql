{# Columns that tables of practices share. #}

{# A practice at a month's end: where it is, and the release and method its figures come from. #}
{% macro practice_place(relation=none) -%}
    {%- set columns = [
        'period_end', 'practice_code', 'pcn_code', 'sub_icb_code', 'icb_code', 'region_code',
        'published_on', 'method_from',
    ] -%}
    {%- set prefix = relation ~ '.' if relation else '' -%}
    {{ prefix }}{{ columns | join(',\n        ' ~ prefix) }}
{%- endmacro %}
