-- With which cells an organisation's hidden figure is kept: that of another organisation of its
-- kind and, of a total, one part of both in each breakdown that parts make totals in. Moving a
-- little between the two changes no sum that holds both. One row a hidden figure and breakdown of
-- parts; without a partner, the sums that hold it are hidden instead.
{%- set organisation = [
    'disclosure_table', 'period_type', 'period_start', 'period_end', 'organisation_code',
] %}
{%- set own_cell = organisation + ['breakdown_type', 'breakdown_value'] %}

with figures as (
    select * from {{ ref('int_disclosure_figures') }}
    where not is_left_out
),

candidates as (
    select * from {{ ref('int_disclosure_whole_candidates') }}
    where part_preference = 1
),

breakdowns as (
    select
        {{ organisation | join(',\n        ') }},
        count(distinct breakdown_type) as breakdown_count,
        count(*) as part_count
    from figures
    where is_part
    group by {{ organisation | join(', ') }}
),

partners as (
    select
        {{ own_cell | join(',\n        ') }},
        partner_code,
        moves_from_partner,
        count(companion_type) as breakdown_count,
        min(shared_parts) as shared_parts,
        min(farness) as farness,
        min(newly_hidden_totals) + coalesce(sum(newly_hidden_parts), 0) as newly_hidden_cells,
        min(newly_hidden_amount) as newly_hidden_amount
    from candidates
    group by {{ own_cell | join(', ') }}, partner_code, moves_from_partner
),

ranked as (
    select
        partners.*,
        row_number() over (
            partition by partners.{{ own_cell | join(', partners.') }}
            order by
                -- One that shares every part can keep each of them.
                case when partners.shared_parts < breakdowns.part_count then 1 else 0 end,
                partners.farness asc,
                partners.newly_hidden_cells asc,
                partners.newly_hidden_amount asc,
                partners.partner_code asc,
                partners.moves_from_partner desc
        ) as preference
    from partners
    left join breakdowns
        on
            partners.breakdown_type = 'all'
            and {{ same_columns('partners', 'breakdowns', organisation) }}
    where partners.breakdown_count = coalesce(breakdowns.breakdown_count, 0)
),

final as (
    select
        figures.{{ own_cell | join(',\n        figures.') }},
        ranked.partner_code,
        ranked.breakdown_value as partner_value,
        candidates.companion_type,
        candidates.companion_value
    from figures
    left join ranked
        on {{ same_columns('figures', 'ranked', own_cell) }} and ranked.preference = 1
    left join candidates
        on {{ same_columns('ranked', 'candidates', own_cell + [
            'partner_code', 'moves_from_partner',
        ]) }}
    where figures.is_hidden and not figures.is_part
)

select * from final
