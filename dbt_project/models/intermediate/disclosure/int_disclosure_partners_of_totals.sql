-- Organisations whose totals are hidden together, from either side: one row an organisation,
-- partner and breakdown, with the part that is hidden of both.
{%- set table = ['disclosure_table', 'period_type', 'period_start', 'period_end'] %}

with pairs as (
    select * from {{ ref('int_disclosure_whole_pairs') }}
    where companion_type is not null and partner_code is not null
),

final as (
    {%- for own, partner in [
        ('organisation_code', 'partner_code'), ('partner_code', 'organisation_code'),
    ] %}
    select
        {{ table | join(', ') }},
        {{ own }} as organisation_code,
        {{ partner }} as partner_code,
        companion_type,
        companion_value
    from pairs
    {%- if not loop.last %}

    union
    {% endif %}
    {%- endfor %}
)

select * from final
