-- Levels of attainment, 0 to 4, by trust, system and staff group at the end of a quarter. An empty
-- level is an assessment that was not returned, which is no level 0.
with source as (
    select * from {{ source('raw', 'eroster_loa__assessments') }}
),

final as (
    select
        {{ first_day(published_date('quarter_end')) }} as period_start,
        {{ published_date('quarter_end') }} as period_end,
        {{ trimmed('organisation_code') }} as organisation_code,
        {{ trimmed('organisation_name') }} as organisation_name,
        case lower(trim(system))
            when 'e-rostering' then 'e_rostering'
            when 'e-job planning' then 'e_job_planning'
            else system
        end as roster_system,
        {{ trimmed('staff_group') }} as staff_group,
        lower(trim(staff_group)) = 'all staff groups' as is_total,
        cast({{ number('attainment_level') }} as integer) as attainment_level,
        {{ availability_status('attainment_level', blank='not_collected') }}
            as availability_status,
        {{ provenance() }}
    from source
)

select * from final
