{# The observation contract: what every metric model gives, in one order with one set of types. #}

{# The columns of the contract, listed only here: by name, or cast from the given expressions. #}
{% macro observation_columns(expressions=none) -%}
    {%- set text = dbt.type_string() -%}
    {%- set types = {
        'measure_id': text,
        'definition_id': text,
        'period_type': text,
        'period_start': 'date',
        'period_end': 'date',
        'geography_level': text,
        'organisation_code': text,
        'icb_code': text,
        'region_code': text,
        'breakdown_type': text,
        'breakdown_value': text,
        'value': 'double',
        'numerator': 'double',
        'denominator': 'double',
        'base_count': 'bigint',
        'availability_status': text,
        'is_provisional': 'boolean',
        'is_derived': 'boolean',
        'is_synthetic': 'boolean',
        'published_on': 'date',
        'file_id': text,
    } -%}
    {%- for column, type in types.items() -%}
    {%- if expressions is none -%}
    {{ column }}
    {%- else -%}
    cast({{ expressions.get(column, column) }} as {{ type }}) as {{ column }}
    {%- endif -%}
    {{ ',\n        ' if not loop.last }}
    {%- endfor -%}
{%- endmacro %}


{# The relation in the columns of the contract. A column that the relation does not have under its
   own name is given as an expression: `value='100 * leavers / staff'`. There are no defaults: a
   column that is forgotten fails. #}
{% macro as_observations(relation) -%}
    select
        {{ observation_columns(kwargs) }}
    from {{ relation }}
{%- endmacro %}


{# The status of a rate: without anything to divide by, nothing can be meant. #}
{% macro observed_where(condition) -%}
    case when {{ condition }} then 'observed' else 'not_applicable' end
{%- endmacro %}


{# What an observation is about, wherever and whenever. #}
{% macro observation_subject() -%}
    measure_id, definition_id, period_type, breakdown_type, breakdown_value
{%- endmacro %}


{# One series: a subject in one reporting unit, period after period. #}
{% macro observation_series() -%}
    {{ observation_subject() }}, geography_level, organisation_code
{%- endmacro %}


{# One cell: a series in one period, whichever release gave its value. #}
{% macro observation_cell() -%}
    {{ observation_series() }}, period_start, period_end
{%- endmacro %}


{# Columns of one of several joined relations: `a, b` of `left` as `left.a, left.b`. #}
{% macro columns_of(relation, columns) -%}
    {%- for column in columns.split(',') %}
    {{- relation }}.{{ column | trim }}
    {{- ',\n        ' if not loop.last }}
    {%- endfor %}
{%- endmacro %}


{# That two relations agree in every one of the columns: a list, or text as the macros here give. #}
{% macro same_columns(one, other, columns) -%}
    {%- set listed = columns.split(',') if columns is string else columns %}
    {%- for column in listed %}
    {{- '\n            and ' if not loop.first }}
    {{- one }}.{{ column.strip() }} = {{ other }}.{{ column.strip() }}
    {%- endfor %}
{%- endmacro %}


{# That two relations have the same cell. #}
{% macro same_cell(one, other) -%}
    {{ same_columns(one, other, observation_cell()) }}
{%- endmacro %}


{# Where and when a cell is, and of whom: all but what it measures. #}
{% macro place_and_time() -%}
    period_type, period_start, period_end, geography_level, organisation_code, breakdown_type,
    breakdown_value
{%- endmacro %}


{# The order of a cell's vintages. Where two files of one day hold the same cell, the one that shows
   what the value is made of counts as newer; then the file's identity decides, so that the order of
   arrival never does. #}
{% macro oldest_vintage_first() -%}
    published_on asc, case when numerator is null then 0 else 1 end asc, file_id asc
{%- endmacro %}

{% macro newest_vintage_first() -%}
    published_on desc, case when numerator is null then 0 else 1 end desc, file_id desc
{%- endmacro %}
