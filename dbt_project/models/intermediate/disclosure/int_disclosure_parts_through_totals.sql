-- Parts of hidden totals that could be kept through them: what moves into a hidden total can move
-- out of another one. One row a hidden part, other organisation and part of it.
{%- set table = ['disclosure_table', 'period_type', 'period_start', 'period_end'] %}
{%- set row = table + ['organisation_code', 'breakdown_type'] %}
{%- set own_cell = row + ['breakdown_value'] %}

with cells as (
    select * from {{ ref('int_disclosure_figures') }}
),

parts as (
    select * from cells
    where is_part
),

totals as (
    select * from cells
    where breakdown_type = 'all'
),

unkept as (
    select * from {{ ref('int_disclosure_unkept_parts') }}
),

pairs_of_totals as (
    select * from {{ ref('int_disclosure_partners_of_totals') }}
),

final as (
    -- By the same part of both.
    select
        own.{{ own_cell | join(',\n        own.') }},
        partner.organisation_code as partner_code,
        partner.breakdown_value as partner_value,
        'all' as companion_type,
        'all' as companion_value,
        {{ farness('own', 'partner') }} as farness,
        {{ newly_hidden(['partner', 'partner_total'], '1') }} as newly_hidden_cells,
        {{ newly_hidden(['partner', 'partner_total'], 'amount') }} as newly_hidden_amount
    from unkept as own
    inner join totals as own_total
        on {{ same_columns('own', 'own_total', table + ['organisation_code']) }}
    inner join parts as partner
        on
            {{ same_columns('own', 'partner', table + ['breakdown_type', 'breakdown_value']) }}
            and own.organisation_code <> partner.organisation_code
    inner join totals as partner_total
        on {{ same_columns('partner', 'partner_total', table + ['organisation_code']) }}
    left join pairs_of_totals
        on
            {{ same_columns('own', 'pairs_of_totals', table + ['organisation_code']) }}
            and partner.organisation_code = pairs_of_totals.partner_code
    where
        own_total.is_hidden
        and not own.is_left_out
        and not partner.is_left_out
        and partner.amount > 0
        -- Totals made in several ways move only with those whose other parts are hidden with them.
        and (
            pairs_of_totals.partner_code is not null
            or own.part_breakdowns not like '%|%'
        )

    union

    -- Where no other total has the part, another part of one that is hidden with its own: the sums
    -- of both parts are hidden.
    select
        own.{{ own_cell | join(',\n        own.') }},
        partner.organisation_code as partner_code,
        partner.breakdown_value as partner_value,
        'all' as companion_type,
        'all' as companion_value,
        {{ farness_of_nobody() }} - 1 as farness,
        {{ newly_hidden(['partner'], '1') }} as newly_hidden_cells,
        {{ newly_hidden(['partner'], 'amount') }} as newly_hidden_amount
    from unkept as own
    inner join pairs_of_totals
        on
            {{ same_columns('own', 'pairs_of_totals', table + ['organisation_code']) }}
            and own.breakdown_type = pairs_of_totals.companion_type
    inner join parts as partner
        on
            {{ same_columns('own', 'partner', table + ['breakdown_type']) }}
            and pairs_of_totals.partner_code = partner.organisation_code
            and own.breakdown_value <> partner.breakdown_value
    where not own.is_left_out and not partner.is_left_out and partner.amount > 0
)

select * from final
