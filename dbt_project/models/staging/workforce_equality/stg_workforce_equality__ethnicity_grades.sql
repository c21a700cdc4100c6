-- Staff by ethnicity, staff group and grade at the end of a month. Two totals overlap: of known
-- ethnicities, and of all.
with source as (
    select * from {{ source('raw', 'workforce_equality__ethnicity_grades') }}
),

final as (
    select
        {{ month_end('month') }} as period_end,
        {{ tidied('ethnicity') }} as ethnicity,
        {{ tidied('ethnicity_type') }} as ethnicity_type,
        case
            when lower(trim(ethnicity)) = 'all' then 'known'
            when lower(trim(ethnicity_type)) = 'all' then 'all'
            when lower(trim(ethnicity_type)) = 'unknown' then 'unknown'
            when lower(trim(ethnicity)) = 'discontinued codes' then 'discontinued'
            else 'group'
        end as ethnicity_scope,
        lower(trim(ethnicity_type)) = 'all' as is_total,
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
