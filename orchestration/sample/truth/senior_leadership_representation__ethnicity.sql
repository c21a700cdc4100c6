-- BME share by the tables of all staff: of known ethnicity, in senior grades, in all, and in parts.
with staff as (
    select
        lines.month,
        lines.grade,
        staff_groups.staff_group,
        ethnic_groups.kind,
        lines.headcount,
    from ethnic_lines as lines
    inner join staff_groups using (staff_group_id)
    inner join ethnic_groups using (ethnicity)
    where lines.headcount > 0
), cells as (
    select
        'senior_leaders_bme_pct' as measure_id, 'vsm' as definition_id,
        'all' as breakdown_type, 'all' as breakdown_value, *,
    from staff
    where grade = 'Very Senior Manager'
    union all
    select 'senior_leaders_bme_pct', 'band_8c_and_above', 'all', 'all', *,
    from staff
    where grade in ('Band 8c', 'Band 8d', 'Band 9', 'Very Senior Manager')
    union all
    select 'bme_workforce_pct', 'workforce_tables', 'all', 'all', *,
    from staff
    where grade = 'All Grades'
    union all
    select 'bme_workforce_pct', 'workforce_tables', 'staff_group', staff_group, *,
    from staff
    where grade = 'All Grades'
    union all
    select 'bme_workforce_pct', 'workforce_tables', 'grade', grade, *,
    from staff
    where grade <> 'All Grades'
)
select
    measure_id,
    definition_id,
    month as period_start,
    last_day(month) as period_end,
    'england' as geography_level,
    'E92000001' as organisation_code,
    breakdown_type,
    breakdown_value,
    100.0 * coalesce(sum(headcount) filter (kind = 'bme'), 0)
    / sum(headcount) filter (kind in ('bme', 'white')) as value,
    if(value is null, 'not_applicable', 'observed') as availability_status,
from cells
group by measure_id, definition_id, month, breakdown_type, breakdown_value
