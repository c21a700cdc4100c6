-- Whose figure could be hidden beside an organisation's hidden one, and of a total which part of
-- both with it: one row a hidden figure, other organisation, direction and breakdown that parts
-- make totals in. What moves from one to the other must be there, in the figure and in its parts.
{%- set table = ['disclosure_table', 'period_type', 'period_start', 'period_end'] %}
{%- set own_cell = table + ['organisation_code', 'breakdown_type', 'breakdown_value'] %}

with figures as (
    select * from {{ ref('int_disclosure_figures') }}
    where not is_left_out
),

-- Totals, and whatever makes no total.
wholes as (
    select * from figures
    where not is_part
),

parts as (
    select * from figures
    where is_part
),

directions as (
    select kinds.moves_from_partner
    from (values (true), (false)) as kinds (moves_from_partner)
),

partners as (
    select
        own.{{ own_cell | join(',\n        own.') }},
        partner.organisation_code as partner_code,
        directions.moves_from_partner,
        {{ farness('own', 'partner') }} + case
            when coalesce(own.organisation_kind = partner.organisation_kind, true) then 0 else 3
        end as farness,
        {{ newly_hidden(['partner'], '1') }} as newly_hidden_totals,
        {{ newly_hidden(['partner'], 'amount') }} as newly_hidden_amount
    from wholes as own
    inner join wholes as partner
        on
            {{ same_columns('own', 'partner', table + ['breakdown_type', 'breakdown_value']) }}
            and own.organisation_code <> partner.organisation_code
    inner join directions
        on case when directions.moves_from_partner then partner.amount else own.amount end > 0
    where own.is_hidden
),

shared as (
    select
        partners.*,
        own_part.breakdown_type as companion_type,
        own_part.breakdown_value as companion_value,
        {{ newly_hidden(['own_part', 'partner_part'], '1') }} as newly_hidden_parts,
        {{ newly_hidden(['own_part', 'partner_part'], 'amount') }} as newly_hidden_part_amount
    from partners
    left join parts as own_part
        on
            partners.breakdown_type = 'all'
            and {{ same_columns('partners', 'own_part', table + ['organisation_code']) }}
    left join parts as partner_part
        on
            {{ same_columns('own_part', 'partner_part', table + [
                'breakdown_type', 'breakdown_value',
            ]) }}
            and partners.partner_code = partner_part.organisation_code
    where
        own_part.breakdown_type is null
        or (partners.moves_from_partner and partner_part.amount > 0)
        or (
            not partners.moves_from_partner
            and own_part.amount > 0
            and partner_part.amount is not null
        )
),

final as (
    select
        *,
        count(companion_value) over (
            partition by {{ own_cell | join(', ') }}, partner_code, moves_from_partner
        ) as shared_parts,
        row_number() over (
            partition by
                {{ own_cell | join(', ') }}, partner_code, moves_from_partner, companion_type
            order by newly_hidden_parts asc, newly_hidden_part_amount asc, companion_value asc
        ) as part_preference
    from shared
)

select * from final
