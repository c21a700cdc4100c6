-- England's rates by staff group, main group and doctors' grade, as the newest workbook prints them.
with england as (
    select
        sickness_months.month,
        staff_groups.staff_group,
        staff_groups.staff_area,
        sum(sickness_months.fte_days_lost) as days_lost,
        sum(sickness_months.fte_days_available) as days_available,
    from sickness_months
    inner join staff_groups
        on sickness_months.staff_group_id = staff_groups.staff_group_id
    where sickness_months.month >= date '2017-01-01'
    group by all
), grades as (
    select
        england.month,
        doctor_grades.grade,
        cast(
            england.days_lost * doctor_grades.share * doctor_grades.sickness_factor
            * (1 + 0.05 * bell(bits(doctor_grades.grade || england.month)))
            / (select sum(exact(share * sickness_factor)) from doctor_grades)
            as decimal(18, 5)
        ) as days_lost,
        cast(england.days_available * doctor_grades.share as decimal(18, 5)) as days_available,
    from england
    cross join doctor_grades
    where england.staff_group = 'HCHS doctors'
), labelled as (
    select month, staff_group as label, days_lost, days_available from england
    union all
    select month, staff_area, days_lost, days_available from england
    where staff_area <> staff_group
    union all
    select month, grade, days_lost, days_available from grades
)
select
    'sickness_absence_rate_trusts' as measure_id,
    'all_organisations' as definition_id,
    month as period_start,
    last_day(month) as period_end,
    'england' as geography_level,
    'E92000001' as organisation_code,
    'staff_group' as breakdown_type,
    label as breakdown_value,
    rate_pct(sum(days_lost), sum(days_available)) as value,
    'observed' as availability_status,
from labelled
group by month, label
