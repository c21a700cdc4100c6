-- Staff in post by organisation, staff group and the nationality they state. There are no totals.
with source as (
    select * from {{ source('raw', 'workforce_turnover_nationality__organisation_staff') }}
),

final as (
    select
        {{ month_end('month') }} as period_end,
        {{ trimmed('organisation_code') }} as organisation_code,
        {{ trimmed('organisation_name') }} as organisation_name,
        {{ trimmed('staff_group') }} as staff_group,
        {{ trimmed('nationality') }} as nationality,
        {{ number('fte') }} as fte,
        {{ availability_status('fte', blank='not_collected') }} as availability_status,
        {{ provenance() }}
    from source
)

select * from final
