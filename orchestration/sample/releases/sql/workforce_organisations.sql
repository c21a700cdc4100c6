-- The cumulative file by staff group and organisation: all staff, main groups, groups; people and
-- full-time equivalents. $is_first prints the last month as it was released first.
with counted as (
    select
        stocks.month,
        stocks.organisation_code,
        stocks.staff_group_id,
        if($is_first and stocks.month = $last_month, fte_at_first, fte) as fte,
        if($is_first and stocks.month = $last_month, headcount_at_first, headcount) as headcount,
    from workforce_stocks as stocks
    where stocks.month <= $last_month
), grouped as (
    select
        counted.month,
        counted.organisation_code,
        counted.fte,
        counted.headcount,
        unnest([
            staff_groups.older_label,
            if(staff_groups.mix_name = 'unknown', null, staff_groups.staff_area),
            'Total'
        ]) as staff_group,
        unnest([
            staff_groups.staff_group_id + case
                when staff_groups.staff_group_id <= 5 then 2
                when staff_groups.staff_group_id <= 8 then 3
                else 4
            end,
            case
                when staff_groups.staff_group_id <= 5 then 2
                when staff_groups.staff_group_id <= 8 then 8
                else 12
            end,
            1
        ]) as staff_group_order,
    from counted
    inner join staff_groups
        on counted.staff_group_id = staff_groups.staff_group_id
), summed as (
    select
        month,
        organisation_code,
        staff_group,
        staff_group_order,
        sum(fte) as fte,
        -- A few people work in two staff groups and are counted once above them.
        sum(headcount) - if(count(*) > 1, floor(sum(headcount) * 0.0006), 0) as headcount,
    from grouped
    where staff_group is not null
    group by all
), lines as (
    select
        * exclude (fte, headcount),
        unnest(['FTE', 'HC']) as data_type,
        unnest([
            cast(cast(fte as double) as varchar), cast(cast(headcount as bigint) as varchar)
        ]) as total,
    from summed
)
select
    strftime(last_day(lines.month), '%Y-%m-%d') as "Date",
    labels.region_code as "NHSE_Region_Code",
    regions.region_name as "NHSE_Region_Name",
    labels.icb_code as "ICS code",
    coalesce(areas.geography, regions.region_name) as "ICS name",
    lines.organisation_code as "Org Code",
    labels.organisation_name as "Org Name",
    labels.cluster_group as "Cluster Group",
    labels.benchmark_group as "Benchmark Group",
    lpad(cast(lines.staff_group_order as varchar), 2, '0') as "Staff Group Sort Order",
    lines.staff_group as "Staff Group",
    lines.data_type as "Data Type",
    lines.total as "Total",
    true as "IS_SYNTHETIC",
from lines
inner join organisation_months as labels
    on lines.organisation_code = labels.organisation_code
    and lines.month = labels.month
inner join regions
    on labels.region_code = regions.region_code
left join areas
    on labels.icb_code = areas.icb_code
order by
    lines.month,
    labels.region_code,
    lines.organisation_code,
    lines.staff_group_order,
    lines.data_type
