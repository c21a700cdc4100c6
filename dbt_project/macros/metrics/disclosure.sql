{# How cells are chosen that keep hidden ones: see int_disclosure_part_pairs. #}

{# How far apart two organisations are: 0 in one board, 1 in one region, 2 elsewhere. A sum that
   holds one and not the other has to be hidden with them. #}
{% macro farness(own, partner) -%}
    (
        case
            when {{ own }}.icb_code = {{ partner }}.icb_code then 0
            when {{ own }}.region_code = {{ partner }}.region_code then 1
            else 2
        end
    )
{%- endmacro %}


{# Farther than any organisation: every sum is hidden. #}
{% macro farness_of_nobody() -%}
    9
{%- endmacro %}


{# What would be hidden anew of the given relations' cells: their number with `'1'`, or the sum of a
   column. #}
{% macro newly_hidden(relations, column) -%}
    (
        {%- for relation in relations %}
        {%- set amount = 'coalesce(' ~ relation ~ '.' ~ column ~ ', 0)' %}
        {%- set counted = column if column == '1' else amount %}
        {{ '+ ' if not loop.first }}case when {{ relation }}.is_hidden then 0 else {{ counted }} end
        {%- endfor %}
    )
{%- endmacro %}


{# The day no vintage comes after: for what is hidden whenever it was published. #}
{% macro last_of_days() -%}
    cast('9999-12-31' as date)
{%- endmacro %}


{# A column of a cell, and nothing where its `status` says that it is hidden. #}
{% macro unless_hidden(column) -%}
    case when status not in ('suppressed_source', 'suppressed_project') then {{ column }} end
{%- endmacro %}
