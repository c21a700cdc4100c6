-- The cells of each pair of organisations that are hidden together: one row a pair and cell.
{%- set pair = [
    'disclosure_table', 'period_type', 'period_start', 'period_end', 'pair_code', 'partner_code',
    'pair_breakdown_type', 'pair_breakdown_value',
] %}

with pairs as (
    {%- for kind in ['part', 'whole'] %}
    select
        disclosure_table,
        period_type,
        period_start,
        period_end,
        organisation_code as pair_code,
        partner_code,
        partner_value,
        breakdown_type as pair_breakdown_type,
        breakdown_value as pair_breakdown_value,
        companion_type,
        companion_value
    from {{ ref('int_disclosure_' ~ kind ~ '_pairs') }}
    {%- if not loop.last %}

    union all
    {% endif %}
    {%- endfor %}
),

corners as (
    {%- for organisation, breakdown_type, breakdown_value in [
        ('pair_code', 'pair_breakdown_type', 'pair_breakdown_value'),
        ('pair_code', 'companion_type', 'companion_value'),
        ('partner_code', 'pair_breakdown_type', 'partner_value'),
        ('partner_code', 'companion_type', 'companion_value'),
    ] %}
    select
        {{ pair | join(',\n        ') }},
        {{ organisation }} as organisation_code,
        {{ breakdown_type }} as breakdown_type,
        {{ breakdown_value }} as breakdown_value
    from pairs
    where {{ organisation }} is not null and {{ breakdown_type }} is not null
    {%- if not loop.last %}

    union all
    {% endif %}
    {%- endfor %}
),

final as (
    select distinct *
    from corners
)

select * from final
