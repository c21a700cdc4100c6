-- The official turnover table of one quarter: the five years of twelve months that end with it and
-- the four quarters before. The newest lacks the leavers that came in late.
with released as (
    select
        *,
        leavers - if(closing_month = $month, late_leavers, 0) as printed_leavers,
        (start_headcount + end_headcount) / 2 as average_headcount,
        printed_leavers + end_headcount - start_headcount as printed_joiners,
    from turnover_flows
    where closing_month between $month - interval 12 months and $month
)
select
    strftime(released.opening_month, '%Y%m') || ' to ' || strftime(released.closing_month, '%Y%m')
        as "Period",
    released.region_code as "NHSE region code",
    coalesce(regions.region_name, 'England') as "NHSE region name",
    coalesce(staff_groups.staff_group, 'All staff groups') as "Staff group",
    start_headcount as "Headcount at start of period",
    end_headcount as "Headcount at end of period",
    average_headcount as "Average headcount1",
    greatest(printed_joiners, 0) as "Joiners to active service2",
    printed_leavers as "Leavers from active service2",
    round(100 * printed_leavers / average_headcount, 1) as "Leaver rate (%)3",
    round(average_fte, 1) as "Average FTE",
    round(joiners_fte, 1) as "FTE of joiners2",
    round(leavers_fte, 1) as "FTE of leavers2",
    'true' as "IS_SYNTHETIC",
from released
left join regions
    on released.region_code = regions.region_code
left join staff_groups
    on released.staff_group_id = staff_groups.staff_group_id
order by
    released.closing_month,
    coalesce(regions.table_order, 0),
    coalesce(staff_groups.turnover_order, 0)
