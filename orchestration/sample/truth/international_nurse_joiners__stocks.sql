-- Row 14(ii) as the sample must show it: nurses in post, by nationality.
with placed as (
    select
        month,
        nationality,
        fte,
        unnest(['england', 'organisation']) as geography_level,
        unnest(['E92000001', organisation_code]) as unit_code,
    from organisation_nationalities
    where staff_group_id = 2
), stocks as (
    select
        month,
        geography_level,
        unit_code,
        coalesce(sum(fte) filter (nationality not in (
            'British', 'English', 'Northern Irish', 'Scottish', 'Welsh', 'Unknown'
        )), 0) as non_uk_fte,
        coalesce(sum(fte) filter (nationality <> 'Unknown'), 0) as known_fte,
    from placed
    group by month, geography_level, unit_code
), measured as (
    select
        *,
        unnest(['nurses_non_uk_nationality_fte', 'nurses_non_uk_nationality_pct']) as measure_id,
        unnest([
            cast(non_uk_fte as double),
            100 * cast(non_uk_fte as double) / nullif(cast(known_fte as double), 0)
        ]) as value,
    from stocks
)
select
    measure_id,
    'nationality_tables' as definition_id,
    month as period_start,
    last_day(month) as period_end,
    geography_level,
    unit_code as organisation_code,
    'all' as breakdown_type,
    'all' as breakdown_value,
    value,
    if(value is null, 'not_applicable', 'observed') as availability_status,
from measured
