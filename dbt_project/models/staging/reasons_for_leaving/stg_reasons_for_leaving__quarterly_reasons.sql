-- Assignments that ended in a quarter, by the reason recorded. A table without regions is of
-- England. Some tables write a long dash where others have a hyphen: reasons get the hyphen.
with source as (
    select * from {{ source('raw', 'reasons_for_leaving__quarterly_reasons') }}
),

labelled as (
    select
        *,
        coalesce({{ tidied('region_name') }}, 'England') as unit_name,
        replace({{ tidied('reason') }}, '–', '-') as reason_name
    from source
),

final as (
    select
        {{ financial_quarter_start('financial_year', 'quarter') }} as period_start,
        {{ financial_quarter_end('financial_year', 'quarter') }} as period_end,
        unit_name as region_name,
        reason_name as reason_for_leaving,
        lower(reason_name) = 'total' as is_total,
        cast({{ number('assignments') }} as bigint) as assignments,
        {{ availability_status('assignments', blank='not_collected') }} as availability_status,
        {{ provenance(has_column_number=true) }}
    from labelled
)

select * from final
