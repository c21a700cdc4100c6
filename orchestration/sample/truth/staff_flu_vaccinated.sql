-- Flu vaccination: of each unit's season the figures that were released last.
with counted as (
    select
        season, stage, frontline_hcws, vaccinated, is_hidden,
        'organisation' as geography_level, organisation_code, 'all' as breakdown_value,
    from flu_returns
    union all
    select
        season, stage, sum(frontline_hcws), sum(vaccinated), false, 'icb', icb_code, 'all',
    from flu_returns
    group by season, stage, icb_code
    union all
    select
        season, stage, sum(frontline_hcws), sum(vaccinated), false, 'region', region_code, 'all',
    from flu_returns
    group by season, stage, region_code
    union all
    select
        season, stage, sum(frontline_hcws), sum(vaccinated), false, 'england', 'E92000001', 'all',
    from flu_returns
    group by season, stage
    union all
    select
        season, stage, frontline_hcws, vaccinated, false, 'england', 'E92000001', staff_group,
    from flu_staff_groups
), newest as (
    select
        counted.*,
        flu_releases.first_day,
        flu_releases.season_end,
    from counted
    inner join flu_releases using (season, stage)
    qualify row_number() over (
        partition by season, geography_level, organisation_code, breakdown_value
        order by flu_releases.published_on desc
    ) = 1
)
select
    measures.measure_id,
    'frontline_hcw' as definition_id,
    newest.first_day as period_start,
    newest.season_end as period_end,
    newest.geography_level,
    newest.organisation_code,
    if(newest.breakdown_value = 'all', 'all', 'staff_group') as breakdown_type,
    newest.breakdown_value,
    case
        when newest.is_hidden then null
        when measures.measure_id = 'hcw_flu_uptake_pct'
            then 100.0 * newest.vaccinated / newest.frontline_hcws
        else newest.vaccinated
    end::double as value,
    if(newest.is_hidden, 'suppressed_source', 'observed') as availability_status,
from newest
cross join (
    values ('hcw_flu_vaccinated_count'), ('hcw_flu_uptake_pct')
) as measures (measure_id)
