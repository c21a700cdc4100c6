-- Days across which the figures of a measure do not compare, and what happened on them.
with breaks as (
    select * from {{ ref('int_measure_breaks') }}
),

discontinuities as (
    select * from {{ ref('discontinuities') }}
),

changes as (
    select * from {{ ref('int_organisation_changes') }}
),

final as (
    select
        breaks.measure_id,
        breaks.organisation_code,
        breaks.breaks_from,
        breaks.breaks_until,
        breaks.discontinuity_id,
        coalesce(discontinuities.kind, changes.change_kind) as kind,
        coalesce(
            discontinuities.description,
            changes.note,
            concat(
                'What was ', changes.old_code, ' is ', changes.new_code, ' since ',
                {{ day_month_and_year('changes.effective_on') }}
            )
        ) as description,
        discontinuities.treatment,
        coalesce(discontinuities.confidence, changes.confidence) as confidence
    from breaks
    left join discontinuities
        on breaks.discontinuity_id = discontinuities.discontinuity_id
    left join changes
        on breaks.discontinuity_id = changes.change_id
)

select * from final
