-- Staff of general practice in England as the bulletin prints them, estimates for practices without
-- usable data included. A group's name stands on its own row, its roles follow.
with source as (
    select * from {{ source('raw', 'gp_workforce__national_series') }}
),

final as (
    select
        {{ month_end('month') }} as period_end,
        case
            when lower(measure) like 'full%' then 'fte' else lower(measure)
        end as counted_as,
        {{ last_filled(tidied('staff_group')) }} over (
            partition by file_id, sheet_name, column_number
            order by row_number
        ) as staff_group,
        -- Digits glued to a label are the number of a note.
        {{ replace_all(
            'coalesce(' ~ tidied('staff_role') ~ ', ' ~ tidied('staff_group') ~ ')',
            '[0-9,]+$', ''
        ) }} as staff_label,
        {{ tidied('staff_role') }} is null as is_total,
        {{ number('value') }} as staff_count,
        {{ availability_status('value', blank='not_collected') }} as availability_status,
        {{ provenance(has_column_number=true) }}
    from source
)

select * from final
