-- Each revision with the event that explains it, where one is known: between the last release
-- before the event and the first after it. One that comes with every release explains by how much
-- a value moved where no other does, never why there is one or none.
with revised as (
    select
        revised.*,
        files.publication_id
    from {{ ref('int_observations_revised') }} as revised
    inner join {{ ref('files') }} as files
        on revised.file_id = files.file_id
),

restatements as (
    select * from {{ ref('int_restatements') }}
),

explained as (
    select
        revised.*,
        restatements.discontinuity_id,
        restatements.revision_kind as stated_kind,
        restatements.revision_reason as stated_reason,
        restatements.effective_from,
        restatements.organisation_code is not null as is_of_one_organisation,
        restatements.periods_from
    from revised
    left join restatements
        on
            revised.publication_id = restatements.publication_id
            and revised.measure_id = restatements.measure_id
            and coalesce(revised.former_published_on < restatements.effective_from, true)
            and coalesce(revised.published_on >= restatements.effective_from, true)
            and coalesce(revised.period_end >= restatements.periods_from, true)
            and coalesce(revised.period_start <= restatements.periods_to, true)
            and coalesce(revised.organisation_code = restatements.organisation_code, true)
            and (
                restatements.effective_from is not null
                or revised.value - revised.former_value is not null
            )
),

ranked as (
    select
        *,
        row_number() over (
            partition by {{ observation_cell() }}, vintage_number
            order by
                case when is_of_one_organisation then 0 else 1 end,
                effective_from desc nulls last,
                periods_from desc nulls last,
                discontinuity_id asc
        ) as preference
    from explained
),

final as (
    select
        {{ revision_columns() }},
        publication_id,
        discontinuity_id,
        stated_kind,
        stated_reason
    from ranked
    where preference = 1
)

select * from final
