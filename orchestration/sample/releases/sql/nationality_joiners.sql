-- The table of joiners as cells: staff groups by groups of nationalities, the half-year's period and
-- the two half-years before it, each over all regions.
select
    coalesce(staff_groups.turnover_order, 0) as staff_group_order,
    case cells.nationality_group
        when 'All nationalities' then 0
        when 'United Kingdom' then 1
        when 'European Union' then 2
        when 'European Economic Area' then 3
        when 'Rest of World' then 4
        else 5
    end as group_order,
    coalesce(staff_groups.staff_group, 'All staff groups') as staff_group,
    cells.nationality_group,
    'true' as is_synthetic,
    strftime(cells.closing_month, '%Y%m') || coalesce(regions.table_order, 0)
        as column_key,
    case
        when cells.is_hidden then '*'
        when cells.headcount = 0 then '-'
        else cast(cells.headcount as varchar)
    end as value,
from joiner_nationalities as cells
left join staff_groups
    on cells.staff_group_id = staff_groups.staff_group_id
left join regions
    on cells.region_code = regions.region_code
where cells.closing_month between $month - interval 12 months and $month
