-- Row 14(i): pounds passed on over pounds promised, of the newest return of each row.
with newest as (
    select *
    from cpd_allocations
    qualify row_number() over (
        partition by as_at, region_code, organisation_code, profession order by sent_on desc
    ) = 1
), shown as (
    select
        year_start,
        as_at,
        region_code,
        icb_code,
        organisation_code,
        unnest(['all', 'profession']) as breakdown_type,
        unnest(['all', profession]) as breakdown_value,
        if(is_silent, null, released_gbp) as released_gbp,
        if(is_silent, null, committed_gbp) as committed_gbp,
    from newest
), cells as (
    select
        year_start,
        as_at,
        geography_level,
        unit_code,
        breakdown_type,
        breakdown_value,
        cast(sum(released_gbp) as double) as released_gbp,
        cast(sum(committed_gbp) as double) as committed_gbp,
    from in_units('shown')
    group by all
)
select
    'cpd_released_pct' as measure_id,
    'financial_year_to_date' as definition_id,
    year_start as period_start,
    as_at as period_end,
    geography_level,
    unit_code as organisation_code,
    breakdown_type,
    breakdown_value,
    if(committed_gbp > 0, 100 * released_gbp / committed_gbp, null) as value,
    case
        when released_gbp is null then 'not_collected'
        when committed_gbp = 0 then 'not_applicable'
        else 'observed'
    end as availability_status,
from cells
