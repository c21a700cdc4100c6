-- Sickness absence rates by type of organisation, as the release workbook prints them: rates
-- without days.
with source as (
    select * from {{ source('raw', 'sickness_absence__organisation_type_series') }}
),

dated as (
    select
        *,
        {{ published_date('month') }} as published_day
    from source
),

final as (
    select
        {{ first_day('published_day') }} as period_start,
        last_day(published_day) as period_end,
        {{ tidied('organisation_type') }} as organisation_type,
        lower({{ tidied('organisation_type') }}) = 'england' as is_total,
        {{ number('sickness_absence_rate') }} as sickness_absence_rate_pct,
        {{ printed_series_status('sickness_absence_rate', 'published_day') }}
            as availability_status,
        {{ provenance(has_column_number=true) }}
    from dated
)

select * from final
