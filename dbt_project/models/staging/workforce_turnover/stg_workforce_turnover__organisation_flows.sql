-- Joiners, leavers and the staff they are set against, by organisation, staff group and period.
-- "202509 to 202510" runs from the end of September to the end of October 2025: the month of
-- October. A row that is not there means zero.
with source as (
    select * from {{ source('raw', 'workforce_turnover__organisation_flows') }}
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
        case lower(trim(flow_type))
            when 'joiners' then 'joiners'
            when 'leavers' then 'leavers'
            when 'denominator at start of period' then 'denominator_start'
            when 'denominator at end of period' then 'denominator_end'
            else flow_type
        end as flow_type,
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
        cast({{ number('headcount') }} as bigint) as headcount,
        {{ number('fte') }} as fte,
        {{ availability_status('headcount', blank='not_collected') }} as availability_status,
        {{ provenance() }}
    from dated
)

select * from final
