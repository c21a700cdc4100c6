-- Table 2 of the workbook as cells: England's rate of a staff group, area or doctors' grade.
with england as (
    select
        sickness_months.month,
        staff_groups.staff_group,
        staff_groups.staff_area,
        sum(if($is_first_release, fte_days_lost_at_first, fte_days_lost)) as lost,
        sum(fte_days_available) as available,
    from sickness_months
    inner join staff_groups
        on sickness_months.staff_group_id = staff_groups.staff_group_id
    where sickness_months.month between date '2017-01-01' and $last_month
    group by all
), parts as (
    select
        month,
        unnest(list_distinct(['All staff groups', staff_area, staff_group])) as label,
        lost,
        available,
    from england
    union all
    select
        england.month,
        doctor_grades.grade,
        -- Grades add up to the group: their shares of its days lost are scaled to one.
        cast(
            england.lost * doctor_grades.share * doctor_grades.sickness_factor
            * (1 + 0.05 * bell(bits(doctor_grades.grade || england.month)))
            / (select sum(exact(share * sickness_factor)) from doctor_grades)
            as decimal(18, 5)
        ),
        cast(england.available * doctor_grades.share as decimal(18, 5)),
    from england
    cross join doctor_grades
    where england.staff_group = 'HCHS doctors'
)
select
    lines.sheet_row,
    coalesce(lines.staff_group, '') as staff_group,
    coalesce(lines.staff_subgroup, '') as staff_subgroup,
    strftime(parts.month, '%Y-%m') as column_key,
    round(100 * sum(parts.lost) / sum(parts.available), 2) as value,
from table_2_rows as lines
inner join parts
    on coalesce(lines.staff_group, lines.staff_subgroup) = parts.label
group by all
