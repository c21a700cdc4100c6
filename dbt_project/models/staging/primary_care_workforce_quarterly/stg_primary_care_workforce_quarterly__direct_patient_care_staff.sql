-- Direct patient care staff in England by role, source and quarter end, from the long file.
with source as (
    select * from {{ source('raw', 'primary_care_workforce_quarterly__direct_patient_care') }}
),

final as (
    select
        {{ month_end('month') }} as period_end,
        {{ tidied('staff_role') }} as staff_role,
        lower({{ tidied('staff_role') }}) = 'total' as is_total,
        {{ primary_care_source('source') }} as staff_source,
        {{ number('fte') }} as fte,
        {{ availability_status('fte', blank='not_collected') }} as availability_status,
        {{ provenance() }}
    from source
)

select * from final
