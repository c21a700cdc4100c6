-- Which part is hidden beside the hidden ones of a total that adds to nothing else: the smallest
-- other one, where one part alone is hidden, or where nothing is left for the hidden ones. One row
-- a total and breakdown that needs it.
{%- set row = [
    'disclosure_table', 'period_type', 'period_start', 'period_end', 'geography_level',
    'organisation_code',
] %}

with cells as (
    select * from {{ ref('int_disclosure_cells') }}
    where kept_by = 'rows'
),

totals as (
    select * from cells
    where breakdown_type = 'all' and not is_hidden
),

parts as (
    select
        *,
        count(case when is_hidden then 1 end) over of_total as hidden_parts,
        sum(case when not is_hidden then amount end) over of_total as shown_amount
    from cells
    where {{ is_listed('breakdown_type', 'part_breakdowns') }}
    window of_total as (partition by {{ row | join(', ') }}, breakdown_type)
),

needy as (
    select
        parts.*,
        totals.amount - coalesce(parts.shown_amount, 0) as hidden_amount
    from parts
    inner join totals
        on {{ same_columns('parts', 'totals', row) }}
    where
        parts.hidden_parts = 1
        or (
            parts.hidden_parts > 1
            and not {{ is_something('totals.amount - coalesce(parts.shown_amount, 0)') }}
        )
),

ranked as (
    select
        *,
        row_number() over (
            partition by {{ row | join(', ') }}, breakdown_type
            order by
                case when {{ is_something('hidden_amount + amount') }} then 0 else 1 end,
                amount asc,
                breakdown_value asc
        ) as preference
    from needy
    where not is_hidden
),

final as (
    select
        {{ row | join(',\n        ') }},
        breakdown_type,
        breakdown_value
    from ranked
    where preference = 1
)

select * from final
