-- The high level file of practices, long: totals of groups, and the roles that a practice has.
with counted as (
    select
        practices.practice_code,
        practices.practice_name,
        groups.staff_group,
        groups.has_figures,
        staff.detailed_role,
        staff.fte,
        staff.headcount,
    from practice_months as practices
    cross join lateral (
        values
            ('GP', practices.has_gp),
            ('Nurses', practices.has_nurses),
            ('Direct Patient Care', practices.has_dpc),
            ('Admin/Non-Clinical', practices.has_admin)
    ) as groups (staff_group, has_figures)
    left join practice_staff as staff
        on practices.practice_code = staff.practice_code
        and practices.month = staff.month
        and groups.staff_group = staff.staff_group
    where practices.month = $month
), lines as (
    select
        practice_code,
        practice_name,
        staff_group,
        has_figures,
        if(grouping(detailed_role) = 1, 'Total', detailed_role) as detailed_role,
        sum(fte) as fte,
        sum(headcount) as headcount,
    from counted
    group by grouping sets (
        (practice_code, practice_name, staff_group, has_figures),
        (practice_code, practice_name, staff_group, has_figures, detailed_role)
    )
), measured as (
    select *, 'FTE' as measure, cast(coalesce(cast(fte as double), 0) as varchar) as amount,
    from lines
    union all
    select *, 'Headcount', cast(coalesce(headcount, 0) as varchar), from lines
)
select
    practice_code as "PRAC_CODE",
    practice_name as "PRAC_NAME",
    staff_group as "STAFF_GROUP",
    detailed_role as "DETAILED_STAFF_ROLE",
    measure as "MEASURE",
    if(has_figures, amount, 'ND') as "VALUE",
    true as "IS_SYNTHETIC",
from measured
where detailed_role is not null
order by all
