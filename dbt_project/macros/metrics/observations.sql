{# The observation contract: what every metric model gives, in one order with one set of types. #}

{# Column name to type: the only place that lists the contract. #}
{% macro observation_columns() -%}
    {%- set text = dbt.type_string() -%}
    {{ return({
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
    }) }}
{%- endmacro %}


{# The cell that an observation is about, whichever release gave it. #}
{% macro observation_cell() -%}
    {{ return([
        'measure_id', 'definition_id', 'period_type', 'period_start', 'period_end',
        'geography_level', 'organisation_code', 'breakdown_type', 'breakdown_value',
    ]) }}
{%- endmacro %}


{# The series that a cell belongs to: the same thing, period after period. #}
{% macro observation_series() -%}
    {{ return(observation_cell() | reject('in', ['period_start', 'period_end']) | list) }}
{%- endmacro %}


{# The order of a cell's vintages. Where two files of one day hold the same cell, the one that shows what
   the value is made of counts as newer; then the file's identity decides, so that the order of arrival
   never does. #}
{% macro oldest_vintage_first() -%}
    published_on, case when numerator is null then 0 else 1 end, file_id
{%- endmacro %}

{% macro newest_vintage_first() -%}
    published_on desc, case when numerator is null then 0 else 1 end desc, file_id desc
{%- endmacro %}


{# The relation in the contract's columns and types. A column that the relation does not have under its own
   name is given as an expression: `value='100 * leavers / staff'`. There are no defaults: a column that is
   forgotten fails. #}
{% macro as_observations(relation) -%}
    select
        {%- for column, type in observation_columns().items() %}
        cast({{ kwargs.get(column, column) }} as {{ type }}) as {{ column }}{{ ',' if not loop.last }}
        {%- endfor %}
    from {{ relation }}
{%- endmacro %}
