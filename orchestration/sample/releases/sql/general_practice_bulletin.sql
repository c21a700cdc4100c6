-- Table 1 of a bulletin as cells: the name of a group on its own row, its roles below.
select
    case staff_group
        when 'GP' then 1 when 'Nurses' then 2 when 'Direct Patient Care' then 3 else 4
    end as group_order,
    line_order,
    if(staff_role <> '', '', if(staff_group = 'GP', 'All GPs', 'All ' || staff_group))
        as group_label,
    staff_role as role_label,
    strftime(month, '%Y-%m') as column_key,
    if($counts_people, headcount, fte) as value,
from general_practice_series
where published_on = $published_on
