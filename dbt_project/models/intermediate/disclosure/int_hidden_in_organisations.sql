-- What is hidden in single organisations: what their releases or the rules of their tables hide,
-- and what is hidden beside it. One row a cell.
{%- set table = ['disclosure_table', 'period_type', 'period_start', 'period_end'] %}
{%- set column = ['breakdown_type', 'breakdown_value'] %}
{%- set cell = table + ['geography_level', 'organisation_code'] + column %}

with cells as (
    select * from {{ ref('int_disclosure_cells') }}
),

final as (
    select {{ cell | join(', ') }} from cells
    where
        kept_by = 'rectangles'
        and is_hidden
        and geography_level = 'organisation'
        and period_type = base_period_type

    union

    select
        {{ table | join(', ') }},
        'organisation' as geography_level,
        organisation_code,
        {{ column | join(', ') }}
    from {{ ref('int_disclosure_corners') }}
)

select * from final
