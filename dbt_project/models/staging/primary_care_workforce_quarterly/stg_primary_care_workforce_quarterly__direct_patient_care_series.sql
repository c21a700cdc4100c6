-- Direct patient care staff in England by role, source and quarter end, from the workbook.
with source as (
    select *
    from {{ source('raw', 'primary_care_workforce_quarterly__direct_patient_care_series') }}
),

final as (
    select
        {{ month_end('month') }} as period_end,
        {{ tidied('staff_role') }} as staff_role,
        lower({{ tidied('staff_role') }}) = 'total' as is_total,
        {{ primary_care_source('source') }} as staff_source,
        {{ number('fte') }} as fte,
        {{ availability_status('fte', blank='not_collected') }} as availability_status,
        {{ provenance(has_column_number=true) }}
    from source
)

select * from final
