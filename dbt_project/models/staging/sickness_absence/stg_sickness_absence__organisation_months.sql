-- FTE days lost to sickness and available, by organisation and month; a row printed twice counts
-- once.
{%- set published_columns = [
    'date', 'region_code', 'region_name', 'hee_region_code', 'hee_region_name',
    'icb_code', 'icb_name',
    'organisation_code', 'organisation_name', 'organisation_type',
    'fte_days_lost', 'fte_days_available', 'sickness_absence_rate',
] %}

with source as (
    {{ distinct_rows(source('raw', 'sickness_absence__rates'), published_columns) }}
),

dated as (
    select
        *,
        {{ published_date('date') }} as published_day
    from source
),

final as (
    select
        {{ first_day('published_day') }} as period_start,
        last_day(published_day) as period_end,
        {{ trimmed('region_code') }} as region_code,
        {{ trimmed('region_name') }} as region_name,
        {{ trimmed('hee_region_code') }} as hee_region_code,
        {{ trimmed('hee_region_name') }} as hee_region_name,
        {{ trimmed('icb_code') }} as icb_code,
        {{ trimmed('icb_name') }} as icb_name,
        {{ trimmed('organisation_code') }} as organisation_code,
        {{ trimmed('organisation_name') }} as organisation_name,
        {{ trimmed('organisation_type') }} as organisation_type,
        {{ number('fte_days_lost') }} as fte_days_lost,
        {{ number('fte_days_available') }} as fte_days_available,
        {{ number('sickness_absence_rate') }} as sickness_absence_rate_pct,
        {{ availability_status('sickness_absence_rate', blank='suppressed_source', sentinel=9999) }}
            as availability_status,
        {{ provenance() }}
    from dated
)

select * from final
