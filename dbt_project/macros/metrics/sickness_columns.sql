{# Columns that the sickness absence tables share, qualified by their relation. #}

{# An organisation's month: where it is, its days, and the release they come from. #}
{% macro organisation_month(relation) -%}
    {%- set columns = [
        'period_start', 'period_end', 'region_code', 'icb_code', 'organisation_code',
        'fte_days_lost', 'fte_days_available', 'availability_status',
        'is_synthetic', 'published_on', 'file_id',
    ] -%}
    {{ relation }}.{{ columns | join(',\n        ' ~ relation ~ '.') }}
{%- endmacro %}


{# A month's rate as a workbook prints it, and the release it comes from. #}
{% macro printed_rate(relation) -%}
    {%- set columns = [
        'period_start', 'period_end', 'sickness_absence_rate_pct', 'availability_status',
        'is_synthetic', 'published_on', 'file_id',
    ] -%}
    {{ relation }}.{{ columns | join(',\n        ' ~ relation ~ '.') }}
{%- endmacro %}
