-- Sickness absence rates of England and its regions since 2009, as the release workbook prints
-- them: rates without days.
with source as (
    select * from {{ source('raw', 'sickness_absence__region_series') }}
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
        {{ tidied('region_name') }} as region_name,
        lower({{ tidied('region_name') }}) = 'england' as is_total,
        {{ number('sickness_absence_rate') }} as sickness_absence_rate_pct,
        {{ printed_series_status('sickness_absence_rate', 'published_day') }}
            as availability_status,
        {{ provenance(has_column_number=true) }}
    from dated
)

select * from final
