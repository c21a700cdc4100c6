-- The statements of the People Plan's briefing with their chapters, whatever the day.
with commitments as (
    select * from {{ ref('stated_commitments') }}
),

chapters as (
    select * from {{ ref('chapters') }}
),

published as (
    select
        document_id,
        stated_date as stated_on
    from {{ ref('stated_facts') }}
    where series_id = 'plan_publication'
),

final as (
    select
        commitments.commitment_id,
        commitments.chapter_id,
        commitments.theme,
        commitments.statement_kind,
        commitments.counts_towards_delivery,
        commitments.owner,
        commitments.owner_is_implied,
        commitments.owner_roles,
        commitments.summary,
        commitments.date_phrase,
        commitments.date_phrase_id,
        commitments.date_kind,
        commitments.window_start,
        commitments.due_date,
        commitments.due_date_earliest,
        commitments.date_confidence,
        commitments.target_value,
        commitments.target_unit,
        commitments.metric_ids,
        commitments.covers_all_metrics,
        commitments.depends_on_commitment_id,
        commitments.note,
        commitments.document_id,
        commitments.document_line,
        chapters.chapter_name,
        published.stated_on
    from commitments
    inner join chapters
        on commitments.chapter_id = chapters.chapter_id
    inner join published
        on commitments.document_id = published.document_id
)

select * from final
