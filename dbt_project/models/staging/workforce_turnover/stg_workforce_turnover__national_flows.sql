-- Joiners to and leavers from active service within twelve months, and the staff they are set
-- against, for England and its regions by staff group, as the official tables print them.
with source as (
    select * from {{ source('raw', 'workforce_turnover__national_flows') }}
),

dated as (
    select
        *,
        {{ opening_month('period') }} as opening_month,
        {{ closing_month('period') }} as closing_month
    from source
),

final as (
    select
        {{ add_months('opening_month', 1) }} as period_start,
        last_day(closing_month) as period_end,
        {{ months_between('opening_month', 'closing_month') }} as period_months,
        -- England is no region.
        nullif({{ tidied('region_code') }}, {{ england() }}) as region_code,
        {{ tidied('region_name') }} as region_name,
        {{ tidied('region_code') }} = {{ england() }} as is_england,
        {{ tidied('staff_group') }} as staff_group,
        lower({{ tidied('staff_group') }}) = 'all staff groups' as is_total,
        cast({{ number('start_headcount') }} as bigint) as start_headcount,
        cast({{ number('end_headcount') }} as bigint) as end_headcount,
        {{ number('average_headcount') }} as average_headcount,
        cast({{ number('joiners_headcount') }} as bigint) as joiners_headcount,
        cast({{ number('leavers_headcount') }} as bigint) as leavers_headcount,
        {{ number('leaver_rate_pct') }} as leaver_rate_pct,
        {{ number('average_fte') }} as average_fte,
        {{ number('joiners_fte') }} as joiners_fte,
        {{ number('leavers_fte') }} as leavers_fte,
        {{ availability_status('leavers_headcount', blank='not_collected') }}
            as availability_status,
        {{ provenance() }}
    from dated
)

select * from final
