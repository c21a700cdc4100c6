-- With which cells a hidden part of an organisation's total is kept. Moving a little between the
-- four of a pair changes neither total nor any sum that holds both organisations, so nothing of
-- them can be worked out. One row a hidden part that no pair of totals keeps; without a partner,
-- the sums that hold it are hidden instead.
{%- set own_cell = [
    'disclosure_table', 'period_type', 'period_start', 'period_end', 'organisation_code',
    'breakdown_type', 'breakdown_value',
] %}

with unkept as (
    select * from {{ ref('int_disclosure_unkept_parts') }}
),

candidates as (
    select * from {{ ref('int_disclosure_part_rectangles') }}
    union all
    select * from {{ ref('int_disclosure_parts_through_totals') }}
),

ranked as (
    select
        *,
        row_number() over (
            partition by {{ own_cell | join(', ') }}
            order by
                farness asc, newly_hidden_cells asc, newly_hidden_amount asc,
                partner_code asc, partner_value asc, companion_value asc
        ) as preference
    from candidates
),

final as (
    select
        unkept.{{ own_cell | join(',\n        unkept.') }},
        ranked.partner_code,
        ranked.partner_value,
        ranked.companion_type,
        ranked.companion_value
    from unkept
    left join ranked
        on {{ same_columns('unkept', 'ranked', own_cell) }} and ranked.preference = 1
)

select * from final
