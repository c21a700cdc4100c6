-- Row 13(ii): nurses, and staff by staff group, as the tables by nationality print them: by
-- organisation in FTE, by training region in whole people and whole equivalents.
with organisations_printed as (
    select
        cells.month,
        staff_groups.staff_group,
        cells.fte,
        unnest(['england', 'organisation']) as geography_level,
        unnest(['E92000001', cells.organisation_code]) as organisation_code,
    from organisation_nationalities as cells
    inner join staff_groups
        on cells.staff_group_id = staff_groups.staff_group_id
), organisations_summed as (
    select
        month,
        geography_level,
        organisation_code,
        coalesce(staff_group, 'all') as breakdown_value,
        cast(sum(fte) as double) as fte,
    from organisations_printed
    group by grouping sets (
        (month, geography_level, organisation_code, staff_group),
        (month, geography_level, organisation_code)
    )
), regions_printed as (
    select
        cells.month,
        if(cells.hee_region_code is null, 'england', 'region') as geography_level,
        coalesce(regions.hee_region_name, 'E92000001') as organisation_code,
        unnest(['staff_in_post_headcount', 'staff_in_post_fte']) as measure_id,
        unnest([cells.headcount, round(cells.fte)]) as value,
    from (
        select
            month,
            hee_region_code,
            cast(sum(headcount) as double) as headcount,
            cast(sum(fte) as double) as fte,
        from region_nationalities
        group by grouping sets ((month, hee_region_code), (month))
    ) as cells
    left join hee_regions as regions
        on cells.hee_region_code = regions.hee_region_code
), measured as (
    select
        'staff_in_post_fte' as measure_id,
        month,
        geography_level,
        organisation_code,
        breakdown_value,
        fte as value,
    from organisations_summed
    union all by name
    select
        'nurses_fte_hchs' as measure_id,
        month,
        geography_level,
        organisation_code,
        'all' as breakdown_value,
        fte as value,
    from organisations_summed
    where breakdown_value = 'Nurses & health visitors'
    union all by name
    select
        *,
        'all' as breakdown_value,
    from regions_printed
)
select
    measure_id,
    'nationality_tables' as definition_id,
    month as period_start,
    last_day(month) as period_end,
    geography_level,
    organisation_code,
    if(breakdown_value = 'all', 'all', 'staff_group') as breakdown_type,
    breakdown_value,
    value,
    'observed' as availability_status,
from measured
