{# When one vintage of a figure differs from another. #}

{# Decimals of a value, as far as they can be seen: a printed 5.60 has one. Eight stand for all. #}
{% macro decimals_seen(value) -%}
    case
            when {{ value }} is null then null
            {%- for decimals in range(4) %}
            when round({{ value }}, {{ decimals }}) = round({{ value }}, 8) then {{ decimals }}
            {%- endfor %}
            else 8
        end
{%- endmacro %}


{# How far two vintages may lie apart and be the same figure. One that was printed without its terms
   (no numerator) beside one that is computed of them: half of the last digit that its release
   prints. Two of a kind: what adding up in another order leaves. #}
{% macro same_within(numerator, value, decimals, former_numerator, former_decimals) -%}
    case
            when {{ numerator }} is null and {{ former_numerator }} is not null
                then 0.5 * power(10, -{{ decimals }})
            when {{ numerator }} is not null and {{ former_numerator }} is null
                then 0.5 * power(10, -{{ former_decimals }})
            else 0
        end + 1e-9 * greatest(1, abs({{ value }}))
{%- endmacro %}


{# A vintage beside the one that stood before it and the first: listed only here. #}
{% macro revision_columns() -%}
    {%- set columns = [
        'metric_id', 'measure_id', 'definition_id', 'period_type', 'period_start', 'period_end',
        'geography_level', 'organisation_code', 'icb_code', 'region_code', 'breakdown_type',
        'breakdown_value', 'vintage_number', 'unit', 'value_at_first', 'former_value', 'value',
        'former_availability_status', 'availability_status', 'is_former_provisional',
        'is_provisional', 'is_synthetic', 'first_on', 'former_published_on', 'published_on',
        'is_current', 'former_file_id', 'file_id',
    ] -%}
    {{ columns | join(',\n        ') }}
{%- endmacro %}
