-- Rectangles that could keep a hidden part of an organisation's total: another part of the same
-- total and both parts of another organisation. A part that adds to no sum goes with another such
-- one. One row a hidden part, other organisation and companion.
{%- set table = ['disclosure_table', 'period_type', 'period_start', 'period_end'] %}
{%- set row = table + ['organisation_code', 'breakdown_type'] %}
{%- set own_cell = row + ['breakdown_value'] %}

with parts as (
    select * from {{ ref('int_disclosure_figures') }}
    where is_part
),

unkept as (
    select * from {{ ref('int_disclosure_unkept_parts') }}
),

final as (
    select
        own.{{ own_cell | join(',\n        own.') }},
        partner.organisation_code as partner_code,
        partner.breakdown_value as partner_value,
        companion.breakdown_type as companion_type,
        companion.breakdown_value as companion_value,
        {{ farness('own', 'partner') }} as farness,
        {{ newly_hidden(['companion', 'partner', 'opposite'], '1') }} as newly_hidden_cells,
        {{ newly_hidden(['companion', 'partner', 'opposite'], 'amount') }} as newly_hidden_amount
    from unkept as own
    inner join parts as companion
        on
            {{ same_columns('own', 'companion', row) }}
            and own.breakdown_value <> companion.breakdown_value
    inner join parts as partner
        on
            {{ same_columns('own', 'partner', table + ['breakdown_type', 'is_left_out']) }}
            and own.organisation_code <> partner.organisation_code
            and (own.is_left_out or own.breakdown_value = partner.breakdown_value)
    inner join parts as opposite
        on
            {{ same_columns('partner', 'opposite', row) }}
            and companion.breakdown_value = opposite.breakdown_value
    where
        not companion.is_left_out
        and not opposite.is_left_out
        and (
            (companion.amount > 0 and coalesce(partner.amount, 1) > 0)
            or (coalesce(own.amount, 1) > 0 and opposite.amount > 0)
        )

    union

    -- Where nobody else has both parts, they are hidden in every sum as well: the last resort.
    select
        own.{{ own_cell | join(',\n        own.') }},
        null as partner_code,
        null as partner_value,
        companion.breakdown_type as companion_type,
        companion.breakdown_value as companion_value,
        {{ farness_of_nobody() }} as farness,
        {{ newly_hidden(['companion'], '1') }} as newly_hidden_cells,
        {{ newly_hidden(['companion'], 'amount') }} as newly_hidden_amount
    from unkept as own
    inner join parts as companion
        on
            {{ same_columns('own', 'companion', row) }}
            and own.breakdown_value <> companion.breakdown_value
    where not companion.is_left_out and (companion.amount > 0 or coalesce(own.amount, 1) > 0)
)

select * from final
