-- FTE days lost to sickness and available, by organisation, staff group and month; a row printed
-- twice counts once. At 330 FTE days available or fewer all three measures are blank, except in the
-- total of all staff groups.
{%- set published_columns = [
    'date', 'month_label', 'region_code', 'region_name', 'icb_code', 'icb_name',
    'organisation_code', 'organisation_name', 'cluster_group', 'benchmark_group', 'staff_group',
    'fte_days_lost', 'fte_days_available', 'sickness_absence_rate',
] %}

with source as (
    {{ distinct_rows(source('raw', 'sickness_absence__benchmarking'), published_columns) }}
),

dated as (
    select
        *,
        {{ published_date('coalesce(date, month_label)') }} as published_day
    from source
),

final as (
    select
        {{ first_day('published_day') }} as period_start,
        last_day(published_day) as period_end,
        {{ trimmed('region_code') }} as region_code,
        {{ trimmed('region_name') }} as region_name,
        {{ trimmed('icb_code') }} as icb_code,
        {{ trimmed('icb_name') }} as icb_name,
        {{ trimmed('organisation_code') }} as organisation_code,
        {{ trimmed('organisation_name') }} as organisation_name,
        {{ trimmed('cluster_group') }} as cluster_group,
        {{ trimmed('benchmark_group') }} as benchmark_group,
        {{ trimmed('staff_group') }} as staff_group,
        lower(trim(staff_group)) = 'all staff groups' as is_total,
        {{ number('fte_days_lost') }} as fte_days_lost,
        {{ number('fte_days_available') }} as fte_days_available,
        {{ number('sickness_absence_rate') }} as sickness_absence_rate_pct,
        {{ availability_status('sickness_absence_rate', blank='suppressed_source', sentinel=9999) }}
            as availability_status,
        {{ provenance() }}
    from dated
)

select * from final
