-- Staff in post by organisation, staff group and month end, in people (headcount) and in FTE. Every
-- release holds the whole series. Total rows and main groups hold others: never add them up.
with source as (
    select * from {{ source('raw', 'workforce_stats__organisation_staff') }}
),

final as (
    select
        {{ month_end('date') }} as period_end,
        {{ trimmed('region_code') }} as region_code,
        {{ trimmed('region_name') }} as region_name,
        {{ trimmed('icb_code') }} as icb_code,
        {{ trimmed('icb_name') }} as icb_name,
        {{ trimmed('organisation_code') }} as organisation_code,
        {{ trimmed('organisation_name') }} as organisation_name,
        {{ trimmed('cluster_group') }} as cluster_group,
        {{ trimmed('benchmark_group') }} as benchmark_group,
        {{ trimmed('staff_group') }} as staff_group,
        lower(trim(staff_group)) = 'total' as is_total,
        case trim(data_type) when 'HC' then 'headcount' when 'FTE' then 'fte' end as count_unit,
        {{ number('total') }} as staff,
        {{ availability_status('total', blank='not_collected') }} as availability_status,
        {{ provenance() }}
    from source
)

select * from final
