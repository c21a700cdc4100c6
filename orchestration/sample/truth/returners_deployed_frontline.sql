-- Returners deployed so far: England's own row, else all seven regions together, else nothing known.
with latest as (
    select * from returners
    qualify release = max(release) over (partition by as_at, region_code)
), cells as (
    select
        as_at,
        if(region_code = 'E92000001', 'england', 'region') as geography_level,
        region_code,
        profession,
        deployed,
    from latest
    union all
    select
        latest.as_at,
        'england',
        'E92000001',
        latest.profession,
        if(any_value(days.missing_region_code) is null, sum(latest.deployed), null),
    from latest
    inner join returner_days as days
        on latest.as_at = days.as_at
    where not days.has_england
    group by latest.as_at, latest.profession
)
select
    'returners_deployed' as measure_id,
    'cumulative_deployed' as definition_id,
    as_at as period_start,
    as_at as period_end,
    geography_level,
    region_code as organisation_code,
    if(profession = 'All professions', 'all', 'profession') as breakdown_type,
    if(profession = 'All professions', 'all', profession) as breakdown_value,
    cast(deployed as double) as value,
    if(deployed is null, 'not_collected', 'observed') as availability_status,
from cells
