-- Reasons down, quarters across, for England or for each region; every reason together on top. A
-- dash is zero, two dots stand where a reason was not in use yet.
with cells as (
    select
        if($by_region, region_code, 'all') as region_code,
        unnest([reason_order, 0]) as reason_order,
        unnest([reason, 'Total']) as reason,
        quarter_start,
        if(quarter_start = $first_released, assignments_at_first, assignments) as assignments,
    from leaving_assignments
    where quarter_start <= $last_quarter
), counted as (
    select
        region_code,
        reason_order,
        reason,
        quarter_start,
        sum(assignments) as assignments,
    from cells
    group by all
)
select
    coalesce(regions.table_order, 0) as region_order,
    counted.reason_order,
    coalesce(regions.region_name, 'England') as region_name,
    counted.reason,
    true as is_synthetic,
    cast(counted.quarter_start as varchar) as column_key,
    case
        when counted.assignments is null then '..'
        when counted.assignments = 0 then '-'
        else thousands(counted.assignments)
    end as value,
from counted
left join regions
    on counted.region_code = regions.region_code
