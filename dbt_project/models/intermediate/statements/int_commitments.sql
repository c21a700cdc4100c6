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
        commitments.*,
        chapters.chapter_name,
        published.stated_on
    from commitments
    inner join chapters
        on commitments.chapter_id = chapters.chapter_id
    inner join published
        on commitments.document_id = published.document_id
)

select * from final
