-- Row 21 as the sample must show it: staff in post, by nationality.
with organisation_cells as (
    select
        stocks.month,
        unnest(['england', 'england', 'organisation', 'organisation']) as geography_level,
        unnest(['E92000001', 'E92000001', organisation_code, organisation_code]) as unit_code,
        'fte' as count_unit,
        unnest(['all', staff_groups.staff_group, 'all', staff_groups.staff_group])
            as breakdown_value,
        case
            when stocks.nationality = 'Unknown' then 'Unknown'
            when stocks.nationality in ('British', 'English', 'Northern Irish', 'Scottish', 'Welsh')
                then 'United Kingdom'
            else 'Abroad'
        end as nationality_group,
        stocks.fte as staff,
    from organisation_nationalities as stocks
    inner join staff_groups
        on stocks.staff_group_id = staff_groups.staff_group_id
), region_people as (
    select
        people.month,
        people.nationality_group,
        unnest(['england', 'england', 'region', 'region']) as geography_level,
        unnest(['E92000001', 'E92000001', hee_region_name, hee_region_name]) as unit_code,
        unnest(['headcount', 'fte', 'headcount', 'fte']) as count_unit,
        unnest([people.headcount, people.fte, people.headcount, people.fte]) as staff,
    from region_nationalities as people
    inner join hee_regions
        on people.hee_region_code = hee_regions.hee_region_code
), cells as (
    from organisation_cells
    union all by name
    -- Each group is printed in whole numbers, for England as well as for each region.
    select
        month,
        geography_level,
        unit_code,
        count_unit,
        'all' as breakdown_value,
        nationality_group,
        cast(round(sum(staff)) as decimal(18, 5)) as staff,
    from region_people
    group by month, geography_level, unit_code, count_unit, nationality_group
), stocks as (
    select
        month,
        geography_level,
        unit_code,
        count_unit,
        breakdown_value,
        cast(coalesce(sum(staff) filter (
            nationality_group not in ('United Kingdom', 'Unknown')
        ), 0) as double) as non_uk,
        cast(coalesce(sum(staff) filter (nationality_group <> 'Unknown'), 0) as double) as known,
    from cells
    group by month, geography_level, unit_code, count_unit, breakdown_value
), measured as (
    select
        *,
        unnest([
            'staff_non_uk_nationality_' || count_unit,
            'staff_non_uk_nationality_pct'
        ]) as measure_id,
        unnest([
            'nationality_tables',
            if(count_unit = 'fte', 'nationality_tables', 'nationality_tables_headcount')
        ]) as definition_id,
        unnest([non_uk, 100 * non_uk / nullif(known, 0)]) as value,
    from stocks
)
select
    measure_id,
    definition_id,
    month as period_start,
    last_day(month) as period_end,
    geography_level,
    unit_code as organisation_code,
    if(breakdown_value = 'all', 'all', 'staff_group') as breakdown_type,
    breakdown_value,
    value,
    if(value is null, 'not_applicable', 'observed') as availability_status,
from measured
