-- Row 18: nursing support of bands 2 to 4 as the extracts print it; organisations with fewer than
-- five people are hidden, professions are shown above them only.
with units as (
    select
        stocks.month,
        unnest([null, stocks.profession]) as profession,
        stocks.fte,
        stocks.headcount,
        levels.geography_level,
        case levels.geography_level
            when 'england' then 'E92000001'
            when 'region' then labels.region_code
            when 'icb' then if(labels.icb_code <> labels.region_code, labels.icb_code, null)
            else stocks.organisation_code
        end as organisation_code,
    from role_stocks as stocks
    inner join organisation_months as labels
        on stocks.organisation_code = labels.organisation_code
        and stocks.month = labels.month
    cross join (
        values ('england'), ('region'), ('icb'), ('organisation')
    ) as levels (geography_level)
    where stocks.selected_role = 'Nursing support, bands 2 to 4'
)
select
    'hcsw_fte' as measure_id,
    'nursing_support_bands_2_to_4' as definition_id,
    month as period_start,
    last_day(month) as period_end,
    geography_level,
    organisation_code,
    if(profession is null, 'all', 'profession') as breakdown_type,
    coalesce(profession, 'all') as breakdown_value,
    case
        when geography_level <> 'organisation' or sum(headcount) >= 5 then cast(sum(fte) as double)
    end as value,
    if(value is null, 'suppressed_project', 'observed') as availability_status,
from units
where
    organisation_code is not null
    and (profession is null or geography_level <> 'organisation')
group by month, geography_level, organisation_code, profession
