-- Figures of single organisations in the tables whose sums hold what is hidden in them: what is
-- chosen from to keep hidden ones. A part makes its organisation's total with others; the rest are
-- wholes.
{%- set kept = [
    'disclosure_table', 'period_type', 'period_start', 'period_end', 'geography_level',
    'organisation_code', 'breakdown_type', 'breakdown_value', 'icb_code', 'region_code', 'amount',
    'is_hidden', 'is_left_out', 'part_breakdowns',
] %}

with cells as (
    select * from {{ ref('int_disclosure_cells') }}
    where
        kept_by = 'rectangles'
        and geography_level = 'organisation'
        and period_type = base_period_type
),

kinds as (
    select * from {{ ref('disclosure_kinds') }}
),

final as (
    select
        cells.{{ kept | join(',\n        cells.') }},
        coalesce({{ is_listed('cells.breakdown_type', 'cells.part_breakdowns') }}, false)
            as is_part,
        kinds.organisation_kind
    from cells
    left join kinds
        on {{ same_columns('cells', 'kinds', [
            'disclosure_table', 'period_end', 'organisation_code',
        ]) }}
)

select * from final
