-- Trusts whose staff groups are all at level 1 or above, of those that returned and of all.
with units as (
    -- England, region and board of each trust that is open, whether it sends returns or not.
    select
        open_trusts.quarter_end,
        open_trusts.organisation_code,
        unnest(['england', 'region', 'icb']) as geography_level,
        unnest(['E92000001', open_trusts.region_code, open_trusts.icb_code]) as unit_code,
    from open_trusts
    where open_trusts.quarter_end in (select quarter_end from attainment)
), levels as (
    select
        quarter_end,
        organisation_code,
        unnest(['all', if(staff_group = 'All staff groups', null, staff_group)]) as staff_group,
        system,
        level,
    from attainment
), trusts as (
    select
        quarter_end,
        organisation_code,
        staff_group,
        min(level) filter (where system = 'E-rostering') as rostering,
        min(level) filter (where system = 'E-job planning') as planning,
    from levels
    where staff_group is not null
    group by all
), counted as (
    select
        units.quarter_end,
        units.geography_level,
        units.unit_code,
        coalesce(trusts.staff_group, 'all') as staff_group,
        unnest(['both', 'e_rostering', 'e_job_planning']) as system,
        unnest([
            count(rostering + planning), count(rostering), count(planning)
        ]) as returned,
        unnest([
            count(*) filter (where least(rostering, planning) >= 1 and rostering + planning >= 0),
            count(*) filter (where rostering >= 1),
            count(*) filter (where planning >= 1)
        ]) as attaining,
        count(*) as open,
    from units
    left join trusts
        on units.quarter_end = trusts.quarter_end
        and units.organisation_code = trusts.organisation_code
    group by
        units.quarter_end,
        units.geography_level,
        units.unit_code,
        coalesce(trusts.staff_group, 'all')
), based as (
    select *, 'of_returning_trusts' as definition_id, returned as base from counted
    union all
    select *, 'of_all_trusts', open from counted where staff_group = 'all'
)
select
    'trusts_level1_' || system || '_pct' as measure_id,
    definition_id,
    cast(date_trunc('month', quarter_end) as date) as period_start,
    quarter_end as period_end,
    geography_level,
    unit_code as organisation_code,
    if(staff_group = 'all', 'all', 'staff_group') as breakdown_type,
    staff_group as breakdown_value,
    if(returned > 0, 100 * attaining / base, null) as value,
    if(returned > 0, 'observed', 'not_collected') as availability_status,
from based
