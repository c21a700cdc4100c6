-- Staff by gender, staff group and grade, with a row for all; no row where nobody.
with people as (
    select
        month,
        staff_group_id,
        grade,
        headcount,
        women,
    from gender_headcounts
    union all
    select
        month,
        staff_group_id,
        'All Grades',
        cast(sum(headcount) as bigint),
        cast(sum(women) as bigint),
    from gender_headcounts
    group by month, staff_group_id
), lines as (
    select
        month,
        staff_group_id,
        grade,
        unnest(['All', 'Female', 'Male']) as gender,
        unnest([headcount, women, headcount - women]) as headcount,
    from people
)
select
    lines.month as "Time",
    lines.gender as "Gender",
    staff_groups.equality_area as "Staff_Group",
    staff_groups.equality_label as "Role_Group",
    lines.grade as "Grade",
    lines.headcount as "Value",
    'true' as "IS_SYNTHETIC",
from lines
inner join staff_groups
    on lines.staff_group_id = staff_groups.staff_group_id
where lines.headcount > 0
order by lines.month, lines.gender, lines.grade, staff_groups.equality_label
