-- Row 13(ii): nurses, and staff in post by staff group, as the workforce statistics print them: FTE
-- at every level, people of single organisations only, a few of whom work in two groups.
with printed as (
    select
        stocks.month,
        stocks.organisation_code,
        labels.region_code,
        nullif(labels.icb_code, labels.region_code) as icb_code,
        stocks.fte,
        stocks.headcount,
        unnest(['all', staff_groups.staff_group]) as breakdown_value,
    from workforce_stocks as stocks
    inner join staff_groups
        on stocks.staff_group_id = staff_groups.staff_group_id
    inner join organisation_months as labels
        on stocks.organisation_code = labels.organisation_code
        and stocks.month = labels.month
), fte_units as (
    select
        month,
        breakdown_value,
        fte,
        unnest(['england', 'region', 'icb', 'organisation']) as geography_level,
        unnest(['E92000001', region_code, icb_code, organisation_code]) as organisation_code,
    from printed
), staff as (
    select
        'staff_in_post_fte' as measure_id,
        month,
        geography_level,
        organisation_code,
        breakdown_value,
        cast(sum(fte) as double) as value,
    from fte_units
    where organisation_code is not null
    group by all
    union all
    select
        'staff_in_post_headcount',
        month,
        'organisation',
        organisation_code,
        breakdown_value,
        sum(headcount) - if(count(*) > 1, floor(sum(headcount) * 0.0006), 0),
    from printed
    group by month, organisation_code, breakdown_value
), measured as (
    from staff
    union all
    select * replace ('nurses_fte_hchs' as measure_id, 'all' as breakdown_value)
    from staff
    where measure_id = 'staff_in_post_fte' and breakdown_value = 'Nurses & health visitors'
)
select
    measure_id,
    'workforce_stats' as definition_id,
    month as period_start,
    last_day(month) as period_end,
    geography_level,
    organisation_code,
    if(breakdown_value = 'all', 'all', 'staff_group') as breakdown_type,
    breakdown_value,
    value,
    'observed' as availability_status,
from measured
