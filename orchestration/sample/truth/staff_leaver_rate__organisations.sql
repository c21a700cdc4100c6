-- Row 8 as the sample must show it: the rates of the organisation files, within a month and within
-- twelve.
with lines as (
    select
        month,
        organisation_code,
        staff_group_id,
        opening_headcount,
        closing_headcount,
        leavers,
    from movements
    where greatest(opening_headcount, closing_headcount, joiners, leavers) > 0
    union all
    -- People in two groups are counted once in the total of an organisation.
    select
        month,
        organisation_code,
        0,
        sum(opening_headcount) - floor(sum(opening_headcount) * 0.0006),
        sum(closing_headcount) - floor(sum(closing_headcount) * 0.0006),
        sum(leavers) - floor(sum(leavers) * 0.0006),
    from movements
    group by month, organisation_code
), placed as (
    select
        lines.*,
        unnest(['england', 'region', 'icb', 'organisation']) as geography_level,
        unnest(['E92000001', places.region_code, places.icb_code, lines.organisation_code])
            as unit_code,
    from lines
    inner join organisation_months as places
        on lines.month = places.month
        and lines.organisation_code = places.organisation_code
), windows as (
    select
        'organisation_turnover_month' as definition_id,
        month as first_month,
        month as last_month,
    from (select distinct month from movements)
    union all
    select
        'organisation_turnover_12_months',
        cast(last.month - interval 11 months as date),
        last.month,
    from (select distinct month from movements) as last
    where last.month >= (select min(month) + interval 11 months from movements)
), organisations_flows as (
    select
        windows.definition_id,
        windows.first_month as period_start,
        last_day(windows.last_month) as period_end,
        placed.geography_level,
        placed.unit_code as organisation_code,
        placed.staff_group_id,
        if(
            staff_groups.mix_name = 'doctors',
            'HCHS doctors (excluding resident doctors and equivalents)',
            staff_groups.staff_group
        ) as staff_group,
        sum(placed.leavers) as leavers,
        coalesce(sum(opening_headcount) filter (month = first_month), 0) as start_headcount,
        coalesce(sum(closing_headcount) filter (month = last_month), 0) as end_headcount,
    from windows
    inner join placed
        on placed.month between windows.first_month and windows.last_month
    left join staff_groups
        on placed.staff_group_id = staff_groups.staff_group_id
    where placed.geography_level <> 'icb' or placed.unit_code <> 'QZZ'
    group by all
)
select
    'leaver_rate_official_headcount' as measure_id,
    definition_id,
    period_start,
    period_end,
    geography_level,
    organisation_code,
    if(staff_group_id = 0, 'all', 'staff_group') as breakdown_type,
    if(staff_group_id = 0, 'all', staff_group) as breakdown_value,
    case
        when start_headcount + end_headcount > 0 and leavers <= (start_headcount + end_headcount) / 2
            then 100 * leavers / ((start_headcount + end_headcount) / 2)
    end as value,
    if(value is null, 'not_applicable', 'observed') as availability_status,
from organisations_flows
