-- Leaver rates as NHS England quoted them, for the twelve months that end with the stated one.
-- Their formula was never published: nothing is computed from them.
with source as (
    select * from {{ source('raw', 'workforce_turnover__management_rates') }}
),

final as (
    select
        {{ add_months(month_start('year_ending'), -11) }} as period_start,
        {{ month_end('year_ending') }} as period_end,
        {{ number('leaver_rate_pct') }} as leaver_rate_pct,
        {{ tidied('quoted_in') }} as quoted_in,
        {{ availability_status('leaver_rate_pct', blank='not_collected') }} as availability_status,
        {{ provenance() }}
    from source
)

select * from final
