-- What made figures change after they were published, by publication and measure: one row each. An
-- event that names no measure bears on all of its publications.
with discontinuities as (
    select * from {{ ref('discontinuities') }}
),

restatements as (
    select * from {{ ref('restatements') }}
),

publications as (
    select * from {{ ref('publications') }}
),

measures as (
    select * from {{ ref('measures') }}
),

final as (
    select
        publications.publication_id,
        measures.measure_id,
        discontinuities.discontinuity_id,
        restatements.revision_kind,
        discontinuities.description as revision_reason,
        restatements.organisation_code,
        restatements.periods_from,
        restatements.periods_to,
        discontinuities.effective_from
    from restatements
    inner join discontinuities
        on restatements.discontinuity_id = discontinuities.discontinuity_id
    inner join publications
        on {{ is_listed('publications.publication_id', 'discontinuities.publication_ids') }}
    inner join measures
        on
            discontinuities.measure_ids is null
            or {{ is_listed('measures.measure_id', 'discontinuities.measure_ids') }}
)

select * from final
