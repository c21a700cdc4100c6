{# Which organisation a figure belongs to on the map of a day. #}

{# By how much shares that make a whole may miss it: what arithmetic loses, and nothing else. #}
{% macro share_tolerance() -%}
    1e-9
{%- endmacro %}


{# Changes that say who belongs to whom, and move no staff. #}
{% macro moves_staff(change_kind) -%}
    {{ change_kind }} not in ('group', 'reporting_unit')
{%- endmacro %}
