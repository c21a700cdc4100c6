-- Volunteers who gave time in a quarter and their hours, by trust and role. All roles counts each
-- person once, so that roles overlap. People registered without giving time stand apart.
with source as (
    select * from {{ source('raw', 'nhs_volunteering__volunteers') }}
),

final as (
    select
        {{ financial_quarter_start('financial_year', 'quarter') }} as period_start,
        {{ financial_quarter_end('financial_year', 'quarter') }} as period_end,
        {{ trimmed('organisation_code') }} as organisation_code,
        {{ trimmed('organisation_name') }} as organisation_name,
        {{ trimmed('organisation_type') }} as organisation_type,
        trim(volunteer_role) as volunteer_role,
        lower(trim(volunteer_role)) = 'all roles' as is_total,
        cast({{ number('volunteers_active') }} as bigint) as volunteers_active,
        cast({{ number('volunteers_inactive') }} as bigint) as volunteers_inactive,
        {{ number('volunteer_hours') }} as volunteer_hours,
        {{ availability_status('volunteers_active', blank='not_collected') }}
            as availability_status,
        {{ availability_status('volunteer_hours', blank='not_collected') }} as hours_status,
        {{ provenance() }}
    from source
)

select * from final
