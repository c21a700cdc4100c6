-- Staff by ethnic group, staff group and grade, with two overlapping All rows; no row where nobody.
with lines as (
    select
        month,
        staff_group_id,
        grade,
        ethnicity,
        ethnicity_type,
        headcount,
    from ethnic_lines
    union all
    select
        month,
        staff_group_id,
        grade,
        'All',
        'All',
        sum(headcount) filter (where is_known),
    from ethnic_lines
    group by month, staff_group_id, grade
    union all
    select
        month,
        staff_group_id,
        grade,
        'All - Including Unknown, Not Stated And Discontinued Codes',
        'All',
        sum(headcount),
    from ethnic_lines
    group by month, staff_group_id, grade
)
select
    lines.month as "Time",
    lines.ethnicity as "Ethnicity",
    lines.ethnicity_type as "Ethnicity_type",
    staff_groups.equality_area as "Staff_Group",
    staff_groups.equality_label as "Role_Group",
    lines.grade as "Grade",
    cast(lines.headcount as bigint) as "Value",
    'true' as "IS_SYNTHETIC",
from lines
inner join staff_groups
    on lines.staff_group_id = staff_groups.staff_group_id
where lines.headcount > 0
order by
    lines.month,
    lines.ethnicity_type,
    lines.ethnicity,
    lines.grade,
    staff_groups.equality_label
