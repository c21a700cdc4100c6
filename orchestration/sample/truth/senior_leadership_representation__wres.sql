-- BME share by the race equality standard, each year as released last.
with newest as (
    select * from wres_counts
    qualify published_on = max(published_on) over (partition by as_at)
), units as (
    select *, 'england' as geography_level, 'E92000001' as unit_code, from newest
    union all
    select *, 'region', region_code, from newest
    union all
    select *, 'organisation', organisation_code, from newest
), cells as (
    select 'wres_board' as definition_id, 'all' as breakdown_type, 'all' as breakdown_value, *,
    from units
    where workforce = 'Board'
    union all
    select 'wres_board', 'board_role', grade, *,
    from units
    where workforce = 'Board'
    union all
    select 'wres_vsm', 'all', 'all', *,
    from units
    where grade = 'VSM'
    union all
    select 'wres_vsm', 'workforce', replace(lower(workforce), '-', '_'), *,
    from units
    where grade = 'VSM'
    union all
    select 'wres_workforce', 'all', 'all', *,
    from units
    where workforce <> 'Board'
    union all
    select 'wres_workforce', 'workforce', replace(lower(workforce), '-', '_'), *,
    from units
    where workforce <> 'Board'
    union all
    select 'wres_workforce', 'grade', grade, *,
    from units
    where workforce <> 'Board'
)
select
    if(definition_id = 'wres_workforce', 'bme_workforce_pct', 'senior_leaders_bme_pct')
        as measure_id,
    definition_id,
    date_trunc('month', as_at)::date as period_start,
    as_at as period_end,
    geography_level,
    unit_code as organisation_code,
    breakdown_type,
    breakdown_value,
    (100.0 * sum(bme) / nullif(sum(bme + white), 0))::double as value,
    if(value is null, 'not_applicable', 'observed') as availability_status,
from cells
group by definition_id, as_at, geography_level, unit_code, breakdown_type, breakdown_value
