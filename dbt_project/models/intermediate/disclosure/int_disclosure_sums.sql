-- Sums that hold one of two organisations hidden together and not the other: they would give it
-- away, and are hidden as well. One row a pair and sum.
{%- set table = ['disclosure_table', 'period_type', 'period_start', 'period_end'] %}

with corners as (
    select * from {{ ref('int_disclosure_corners') }}
),

figures as (
    select * from {{ ref('int_disclosure_figures') }}
    where not is_left_out
),

placed as (
    select
        corners.*,
        figures.icb_code,
        figures.region_code,
        case when corners.breakdown_type = 'all' then figures.organisation_kind end
            as organisation_kind
    from corners
    inner join figures
        on {{ same_columns('corners', 'figures', table + [
            'organisation_code', 'breakdown_type', 'breakdown_value',
        ]) }}
),

held as (
    {%- for level, unit in {
        'icb': 'icb_code', 'region': 'region_code', 'england': england(),
    }.items() %}
    {%- set is_last = loop.last %}
    {%- for breakdown_type, breakdown_value in {
        'breakdown_type': 'breakdown_value', "'organisation_type'": 'organisation_kind',
    }.items() %}
    select
        {{ table | join(',\n        ') }},
        pair_code,
        pair_breakdown_type,
        pair_breakdown_value,
        organisation_code,
        '{{ level }}' as geography_level,
        {{ unit }} as unit_code,
        {{ breakdown_type }} as breakdown_type,
        {{ breakdown_value }} as breakdown_value
    from placed
    where {{ unit }} is not null and {{ breakdown_value }} is not null
    {%- if not (is_last and loop.last) %}

    union all
    {% endif %}
    {%- endfor %}
    {%- endfor %}
),

alone as (
    select
        {{ table | join(',\n        ') }},
        geography_level,
        unit_code as organisation_code,
        breakdown_type,
        breakdown_value
    from held
    group by
        {{ table | join(', ') }}, pair_code, pair_breakdown_type, pair_breakdown_value,
        geography_level, unit_code, breakdown_type, breakdown_value
    having count(distinct organisation_code) = 1
),

final as (
    select distinct *
    from alone
)

select * from final
