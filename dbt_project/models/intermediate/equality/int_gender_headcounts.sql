-- England's staff by gender, for each scope of grades and for all of them. The total over genders
-- repeats its parts and is left out; people of unknown gender are staff, and in no share.
with staff as (
    select * from {{ ref('stg_workforce_equality__gender_grades') }}
    where not is_total
),

senior_grades as (
    select * from {{ ref('senior_grades') }}
),

scoped as (
    select
        senior_grades.definition_id as grade_scope,
        staff.*
    from staff
    inner join senior_grades
        on lower(staff.grade) = lower(senior_grades.grade)

    union all

    select
        'all_grades' as grade_scope,
        staff.*
    from staff
    where is_grade_total
),

final as (
    select
        period_end,
        grade_scope,
        'all' as breakdown_type,
        'all' as breakdown_value,
        sum(case when lower(gender) = 'female' then headcount else 0 end) as women_headcount,
        sum(case when lower(gender) in ('female', 'male') then headcount else 0 end)
            as known_headcount,
        sum(headcount) as headcount,
        bool_or(is_synthetic) as is_synthetic,
        published_on,
        file_id
    from scoped
    group by period_end, grade_scope, published_on, file_id
)

select * from final
