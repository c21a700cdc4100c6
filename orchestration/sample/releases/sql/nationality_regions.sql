-- The region cross-table as cells: groups' totals, their nationalities, and everybody.
-- A nationality's England is the sum of its regions.
with cells as (
    select
        nationality_group,
        nationality,
        month,
        hee_region_code,
        if($counts_people, headcount, fte) as amount,
    from region_nationalities
), placed as (
    select
        *,
        case nationality_group
            when 'United Kingdom' then 1
            when 'European Union' then 2
            when 'European Economic Area' then 3
            when 'Rest of World' then 4
            else 5
        end as group_order,
    from cells
), lines as (
    select
        group_order,
        1 as line_order,
        null as nationality_group,
        nationality,
        month,
        hee_region_code,
        amount,
    from placed
    where nationality_group <> 'Unknown'
    union all
    select group_order, 0, nationality_group, null, month, hee_region_code, amount from placed
    union all
    select 0, 0, 'All nationalities', null, month, hee_region_code, amount from placed
), summed as (
    select
        group_order,
        line_order,
        nationality_group,
        nationality,
        month,
        coalesce(hee_region_code, 'HE00') as region,
        sum(amount) as amount,
    from lines
    group by grouping sets (
        (group_order, line_order, nationality_group, nationality, month, hee_region_code),
        (group_order, line_order, nationality_group, nationality, month)
    )
)
select
    group_order,
    line_order,
    coalesce(nationality_group, '') as nationality_group,
    coalesce(nationality, '') as nationality,
    'true' as is_synthetic,
    strftime(month, '%Y-%m') || region as column_key,
    if(amount = 0, '-', thousands(round(amount))) as value,
from summed
union all
-- An empty row ends each group.
select distinct
    group_order,
    2,
    '',
    '',
    '',
    strftime(month, '%Y-%m') || region,
    '',
from summed
