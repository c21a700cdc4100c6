-- Staff by gender, staff group and grade at the end of a month: the twin of the file by ethnicity.
with source as (
    select * from {{ source('raw', 'workforce_equality__gender_grades') }}
),

final as (
    select
        {{ month_end('month') }} as period_end,
        {{ tidied('gender') }} as gender,
        lower(trim(gender)) = 'all' as is_total,
        {{ tidied('staff_group') }} as staff_group,
        {{ tidied('role_group') }} as role_group,
        {{ tidied('grade') }} as grade,
        lower(trim(grade)) = 'all grades' as is_grade_total,
        cast({{ number('headcount') }} as bigint) as headcount,
        {{ availability_status('headcount', blank='not_collected') }} as availability_status,
        {{ provenance() }}
    from source
)

select * from final
