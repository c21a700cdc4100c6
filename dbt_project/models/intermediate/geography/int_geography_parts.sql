-- What units add up to within each larger unit: sums by the kind of unit that they are of. Regions
-- are of three kinds, as three bodies have drawn them; statutory bodies stand beside those of NHS
-- England.
{%- set subject = [
    'measure_id', 'definition_id', 'period_type', 'period_start', 'period_end',
    'breakdown_type', 'breakdown_value', 'quantity',
] %}
{%- set outside = {
    'icb': 'icb_code is null or icb_code = region_code',
    'region': 'region_code is null',
} %}

with quantities as (
    select
        quantities.*,
        case
            when quantities.geography_level <> 'region' then quantities.geography_level
            when regions.region_kind in ('hee_region', 'statistical_region')
                then regions.region_kind
            else 'region'
        end as child_level
    from {{ ref('int_geography_quantities') }} as quantities
    left join {{ ref('regions') }} as regions
        on quantities.organisation_code = regions.region_code
    where quantities.geography_level <> 'england'
),

links as (
    select * from {{ ref('int_geography_sightings') }}
    where parent_level in ('sub_icb', 'pcn')
),

placed as (
    select
        quantities.*,
        'england' as parent_level,
        {{ england() }} as parent_code
    from quantities

    union all

    select
        *,
        'region' as parent_level,
        region_code as parent_code
    from quantities
    where geography_level <> 'region' and region_code is not null

    union all

    select
        *,
        'icb' as parent_level,
        icb_code as parent_code
    from quantities
    where
        geography_level not in ('region', 'icb')
        and icb_code is not null
        and icb_code is distinct from region_code

    union all

    select
        quantities.*,
        links.parent_level,
        links.parent_code
    from quantities
    inner join links
        on
            quantities.geography_level = links.geography_level
            and quantities.organisation_code = links.organisation_code
            and quantities.period_end = links.period_end
),

sums as (
    select
        {{ subject | join(', ') }},
        parent_level,
        parent_code,
        child_level,
        sum(amount) as parts_amount,
        count(*) as part_count,
        count(*) - count(amount) as part_without_value_count,
        min(published_on) as first_published_on,
        max(published_on) as last_published_on
    from placed
    group by {{ subject | join(', ') }}, parent_level, parent_code, child_level
),

-- Bodies that lie in no board, or in no region, but in what is above it.
outside as (
    {%- for child_level, condition in outside.items() %}
    select
        {{ subject | join(', ') }},
        parent_level,
        parent_code,
        '{{ child_level }}' as child_level,
        sum(amount) as outside_amount,
        count(*) - count(amount) as outside_without_value_count
    from placed
    where geography_level = 'organisation' and parent_level <> 'icb' and ({{ condition }})
    group by {{ subject | join(', ') }}, parent_level, parent_code
    {%- if not loop.last %}

    union all
    {% endif %}
    {%- endfor %}
),

final as (
    select
        sums.*,
        outside.outside_amount,
        outside.outside_without_value_count
    from sums
    left join outside
        on
            {%- for column in subject %}
            sums.{{ column }} = outside.{{ column }} and
            {%- endfor %}
            sums.parent_level = outside.parent_level
            and sums.parent_code = outside.parent_code
            and sums.child_level = outside.child_level
)

select * from final
