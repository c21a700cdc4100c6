-- Staff of practices by role, long. No row states its month: it follows from the day of
-- publication.
with source as (
    select * from {{ source('raw', 'gp_workforce__practice_roles') }}
),

final as (
    select
        {{ practice_snapshot('published_on') }} as period_end,
        {{ trimmed('practice_code') }} as practice_code,
        {{ trimmed('practice_name') }} as practice_name,
        {{ trimmed('staff_group') }} as staff_group,
        {{ trimmed('detailed_staff_role') }} as detailed_staff_role,
        lower(trim(detailed_staff_role)) = 'total' as is_total,
        lower(trim(measure)) as counted_as,
        {{ number('value') }} as staff_count,
        {{ availability_status('value', blank='not_collected') }} as availability_status,
        {{ provenance() }}
    from source
)

select * from final
