-- Sickness absence rates of England by staff group and grade, as the release workbook prints them:
-- rates without days.
with source as (
    select * from {{ source('raw', 'sickness_absence__staff_group_series') }}
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
        {{ tidied('staff_group') }} as staff_group,
        {{ tidied('staff_subgroup') }} as staff_subgroup,
        coalesce(lower({{ tidied('staff_group') }}) = 'all staff groups', false) as is_total,
        {{ number('sickness_absence_rate') }} as sickness_absence_rate_pct,
        {{ printed_series_status('sickness_absence_rate', 'published_day') }}
            as availability_status,
        {{ provenance(has_column_number=true) }}
    from dated
)

select * from final
