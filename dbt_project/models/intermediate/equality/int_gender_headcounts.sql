-- England's senior staff by gender, for each scope of grades. The total over genders repeats its
-- parts and is left out; people of unknown gender are staff, and in no share.
with staff as (
    select * from {{ ref('stg_workforce_equality__gender_grades') }}
    where not is_total and not is_grade_total
),

senior_grades as (
    select * from {{ ref('senior_grades') }}
),

final as (
    select
        staff.period_end,
        senior_grades.definition_id as grade_scope,
        'all' as breakdown_type,
        'all' as breakdown_value,
        sum(case when lower(staff.gender) = 'female' then staff.headcount else 0 end)
            as women_headcount,
        sum(case when lower(staff.gender) in ('female', 'male') then staff.headcount else 0 end)
            as known_headcount,
        sum(staff.headcount) as headcount,
        bool_or(staff.is_synthetic) as is_synthetic,
        staff.published_on,
        staff.file_id
    from staff
    inner join senior_grades
        on lower(staff.grade) = lower(senior_grades.grade)
    group by
        staff.period_end, senior_grades.definition_id, staff.published_on, staff.file_id
)

select * from final
