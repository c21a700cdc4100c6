-- England's staff by ethnicity, BME, white or unknown, for each scope of grades and each breakdown.
-- The file holds two overlapping `All` rows and a total over grades: each count uses one kind of
-- row only.
with staff as (
    select
        staff.period_end,
        coalesce(staff_groups.staff_group_name, staff.role_group) as staff_group_name,
        staff.grade,
        staff.is_grade_total,
        staff.ethnicity in ('Asian', 'Black', 'Chinese', 'Mixed', 'Other') as is_bme,
        staff.ethnicity = 'White' as is_white,
        staff.headcount,
        staff.is_synthetic,
        staff.published_on,
        staff.file_id
    from {{ ref('stg_workforce_equality__ethnicity_grades') }} as staff
    left join {{ ref('staff_groups') }} as staff_groups
        on lower(staff.role_group) = staff_groups.staff_group_label
    where not staff.is_total
),

senior_grades as (
    select * from {{ ref('senior_grades') }}
),

senior_staff as (
    select
        senior_grades.definition_id as grade_scope,
        'all' as breakdown_type,
        'all' as breakdown_value,
        staff.*
    from staff
    inner join senior_grades
        on lower(staff.grade) = lower(senior_grades.grade)
),

breakdowns as (
    select
        breakdowns.breakdown_type,
        breakdowns.is_grade_total
    from (
        values ('all', true), ('staff_group', true), ('grade', false)
    ) as breakdowns (breakdown_type, is_grade_total)
),

all_staff as (
    select
        'all_grades' as grade_scope,
        breakdowns.breakdown_type,
        case breakdowns.breakdown_type
            when 'staff_group' then staff.staff_group_name
            when 'grade' then staff.grade
            else 'all'
        end as breakdown_value,
        staff.*
    from staff
    inner join breakdowns
        on staff.is_grade_total = breakdowns.is_grade_total
),

cells as (
    select * from senior_staff
    union all
    select * from all_staff
),

final as (
    select
        period_end,
        grade_scope,
        breakdown_type,
        breakdown_value,
        sum(case when is_bme then headcount else 0 end) as bme_headcount,
        sum(case when is_bme or is_white then headcount else 0 end) as known_headcount,
        sum(headcount) as headcount,
        bool_or(is_synthetic) as is_synthetic,
        published_on,
        file_id
    from cells
    group by period_end, grade_scope, breakdown_type, breakdown_value, published_on, file_id
)

select * from final
