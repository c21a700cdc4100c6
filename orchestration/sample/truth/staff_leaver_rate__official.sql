-- Row 8 as the sample must show it: the official rate of England and regions, and the rates quoted.
with official as (
    select
        'official_headcount' as definition_id,
        cast(opening_month + interval 1 month as date) as period_start,
        last_day(closing_month) as period_end,
        if(region_code = 'E92000001', 'england', 'region') as geography_level,
        region_code as organisation_code,
        turnover_flows.staff_group_id,
        staff_groups.staff_group,
        -- The last release is the only one of its newest period: late leavers are not in it yet.
        leavers - if(closing_month = max(closing_month) over (), late_leavers, 0) as leavers,
        start_headcount,
        end_headcount,
    from turnover_flows
    left join staff_groups
        on turnover_flows.staff_group_id = staff_groups.staff_group_id
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
from official
union all
select
    'leaver_rate_nhse_management',
    'nhse_management',
    cast(month - interval 11 months as date),
    last_day(month),
    'england',
    'E92000001',
    'all',
    'all',
    leaver_rate_pct,
    'observed',
from management_rates
