-- Breaks in the series of each measure: days across which no change, trend or limit may be
-- computed.
with discontinuities as (
    select * from {{ ref('discontinuities') }}
),

measures as (
    select * from {{ ref('measures') }}
),

final as (
    select
        measures.measure_id,
        discontinuities.discontinuity_id,
        discontinuities.effective_from as breaks_from,
        coalesce(discontinuities.effective_to, discontinuities.effective_from) as breaks_until
    from measures
    inner join discontinuities
        on {{ is_listed('measures.measure_id', 'discontinuities.break_measure_ids') }}
    where discontinuities.effective_from is not null
)

select * from final
