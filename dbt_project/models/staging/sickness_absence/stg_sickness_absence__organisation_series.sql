-- Sickness absence rates by organisation, as the release workbook prints them: rates without days.
-- The total of a region bears the code of the region.
with source as (
    select * from {{ source('raw', 'sickness_absence__organisation_series') }}
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
        {{ tidied('region_code') }} as region_code,
        {{ tidied('region_name') }} as region_name,
        {{ tidied('organisation_code') }} as organisation_code,
        {{ tidied('organisation_name') }} as organisation_name,
        lower({{ tidied('organisation_name') }}) = 'all organisations' as is_total,
        {{ number('sickness_absence_rate') }} as sickness_absence_rate_pct,
        {{ printed_series_status('sickness_absence_rate', 'published_day') }}
            as availability_status,
        {{ provenance(has_column_number=true) }}
    from dated
)

select * from final
