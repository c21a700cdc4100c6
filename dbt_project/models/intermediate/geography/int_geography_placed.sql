-- Each quantity once for every larger unit that its unit lies in. Regions are of three kinds, as
-- three bodies drew them; statutory bodies stand beside those of NHS England.
{{ config(materialized='view') }}

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

final as (
    select
        {{ observation_cell() }},
        icb_code,
        region_code,
        quantity,
        amount,
        availability_status,
        is_derived,
        is_synthetic,
        published_on,
        child_level,
        parent_level,
        parent_code
    from placed
)

select * from final
