-- Row 13(i): what the extracts print of practitioners and of trainees. Professions are shown for
-- England, regions and boards; organisations with fewer than five people are hidden.
with printed as (
    select
        stocks.*,
        last_day(stocks.month) as period_end,
        labels.region_code,
        labels.icb_code,
        case stocks.selected_role
            when 'Advanced clinical practitioner' then 'acp_fte' else 'acp_trainees_fte'
        end as measure_id,
    from role_stocks as stocks
    inner join organisation_months as labels
        on stocks.organisation_code = labels.organisation_code
        and stocks.month = labels.month
    where stocks.selected_role like '%dvanced%'
), units as (
    select
        measure_id,
        month,
        period_end,
        profession,
        fte,
        headcount,
        unnest(['england', 'region', 'icb', 'organisation']) as geography_level,
        unnest([
            'E92000001', region_code, if(icb_code <> region_code, icb_code, null), organisation_code
        ]) as organisation_code,
    from printed
), summed as (
    select
        measure_id,
        month,
        period_end,
        geography_level,
        organisation_code,
        profession,
        sum(fte) as fte,
        sum(headcount) as headcount,
    from units
    where organisation_code is not null
    group by grouping sets (
        (measure_id, month, period_end, geography_level, organisation_code, profession),
        (measure_id, month, period_end, geography_level, organisation_code)
    )
)
select
    measure_id,
    'esr_coded_roles' as definition_id,
    month as period_start,
    period_end,
    geography_level,
    organisation_code,
    if(profession is null, 'all', 'profession') as breakdown_type,
    coalesce(profession, 'all') as breakdown_value,
    if(geography_level = 'organisation' and headcount < 5, null, cast(fte as double)) as value,
    if(value is null, 'suppressed_project', 'observed') as availability_status,
from summed
where profession is null or geography_level <> 'organisation'
