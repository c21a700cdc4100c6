-- What is hidden in single organisations: what their releases or the rules of their tables hide,
-- and what is hidden beside it. One row a cell.
{%- set table = ['disclosure_table', 'period_type', 'period_start', 'period_end'] %}
{%- set column = ['breakdown_type', 'breakdown_value'] %}
{%- set cell = table + ['geography_level', 'organisation_code'] + column %}

with figures as (
    select * from {{ ref('int_disclosure_figures') }}
),

final as (
    select {{ cell | join(', ') }} from figures
    where is_hidden

    union

    select
        {{ table | join(', ') }},
        'organisation' as geography_level,
        organisation_code,
        {{ column | join(', ') }}
    from {{ ref('int_disclosure_corners') }}
)

select * from final
