{# Columns that the sickness absence tables share, qualified by their relation. #}

{# An organisation's month: where it is, its days, and the release they come from. Its status is the
   relation's own, or the expression that is given. #}
{% macro organisation_month(relation, availability_status=none) -%}
    {%- set columns = [
        'period_start', 'period_end', 'region_code', 'icb_code', 'organisation_code',
        'fte_days_lost', 'fte_days_available', 'is_synthetic', 'published_on', 'file_id',
    ] -%}
    {{ relation }}.{{ columns | join(',\n        ' ~ relation ~ '.') }},
        {{ availability_status or relation ~ '.availability_status' }} as availability_status
{%- endmacro %}


{# A month's rate as a workbook prints it, and the release it comes from. #}
{% macro printed_rate(relation) -%}
    {%- set columns = [
        'period_start', 'period_end', 'sickness_absence_rate_pct', 'availability_status',
        'is_synthetic', 'published_on', 'file_id',
    ] -%}
    {{ relation }}.{{ columns | join(',\n        ' ~ relation ~ '.') }}
{%- endmacro %}


{# True where a cell adds to the sum of a unit of the given level: see `adds_from_level`. #}
{% macro adds_at(geography_level) -%}
    (
        adds_from_level = 'organisation'
        or {{ geography_level }} = adds_from_level
        or ({{ geography_level }} in ('region', 'england') and adds_from_level = 'icb')
        or ({{ geography_level }} = 'england' and adds_from_level = 'region')
    )
{%- endmacro %}
