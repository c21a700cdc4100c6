-- FTE days lost to each reason, by organisation, staff group and month; a row printed twice counts
-- once. Days available and days lost to all reasons stand on every row of the same group: never add
-- them over reasons.
{%- set published_columns = [
    'date', 'region_code', 'region_name', 'organisation_code', 'organisation_name',
    'staff_group', 'reason', 'fte_days_available', 'fte_days_lost', 'fte_days_lost_reason',
] %}

with source as (
    {{ distinct_rows(source('raw', 'sickness_absence__reasons'), published_columns) }}
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
        {{ trimmed('organisation_code') }} as organisation_code,
        {{ trimmed('organisation_name') }} as organisation_name,
        {{ trimmed('staff_group') }} as staff_group,
        {{ trimmed('reason') }} as absence_reason,
        lower(trim(staff_group)) = 'all staff groups' as is_total,
        {{ number('fte_days_lost_reason') }} as fte_days_lost_to_reason,
        {{ number('fte_days_lost') }} as fte_days_lost,
        {{ number('fte_days_available') }} as fte_days_available,
        {{ availability_status('fte_days_lost_reason', blank='suppressed_source') }}
            as availability_status,
        {{ provenance() }}
    from dated
)

select * from final
