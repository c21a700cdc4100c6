-- Apprenticeships begun with public sector employers in a financial year, to the nearest ten, under
-- the target that the Department for Education reports on.
with source as (
    select * from {{ source('raw', 'apprenticeships__public_sector') }}
),

final as (
    select
        {{ year_start('time_period', 4) }} as period_start,
        {{ year_end('time_period', 4) }} as period_end,
        {{ trimmed('employer_group') }} as employer_group,
        cast({{ number('headcount') }} as bigint) as headcount,
        cast({{ number('starts') }} as bigint) as start_count,
        {{ number('starts_pct') }} as starts_pct,
        {{ availability_status('starts', blank='not_collected') }} as availability_status,
        {{ provenance() }}
    from source
)

select * from final
