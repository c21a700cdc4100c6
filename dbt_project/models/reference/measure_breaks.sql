-- Days across which the figures of a measure do not compare, and what happened on them.
with breaks as (
    select * from {{ ref('int_measure_breaks') }}
),

discontinuities as (
    select * from {{ ref('discontinuities') }}
),

final as (
    select
        breaks.measure_id,
        breaks.organisation_code,
        breaks.breaks_from,
        breaks.breaks_until,
        breaks.discontinuity_id,
        discontinuities.kind,
        discontinuities.description,
        discontinuities.treatment,
        discontinuities.confidence
    from breaks
    inner join discontinuities
        on breaks.discontinuity_id = discontinuities.discontinuity_id
)

select * from final
