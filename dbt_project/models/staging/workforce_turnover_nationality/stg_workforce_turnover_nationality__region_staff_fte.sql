-- Full-time equivalents by the nationality people state and region of Health Education England, in
-- whole numbers. A dash is zero; a printed 0 is more than zero and less than a half.
with source as (
    select * from {{ source('raw', 'workforce_turnover_nationality__region_staff_fte') }}
),

final as (
    select
        {{ month_end('month') }} as period_end,
        {{ tidied('region_name') }} as region_name,
        -- The group stands on the row of its total only; its nationalities follow.
        {{ last_filled(tidied('nationality_group')) }} over (
            partition by file_id, sheet_name, column_number
            order by row_number
        ) as nationality_group,
        {{ tidied('nationality') }} as nationality,
        {{ tidied('nationality') }} is null as is_total,
        {{ number('fte') }} as fte,
        {{ availability_status('fte', blank='not_collected') }} as availability_status,
        {{ provenance(has_column_number=true) }}
    from source
)

select * from final
