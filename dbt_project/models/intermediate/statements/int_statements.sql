-- Every statement that evidence can be about, of both plans, with the date that is recorded for it.
with final as (
    select
        commitment_id as statement_id,
        commitment_id as counted_statement_id,
        date_phrase,
        date_phrase_id,
        date_kind,
        window_start,
        due_date,
        due_date_earliest,
        stated_on
    from {{ ref('int_commitments') }}

    union all

    select
        statement_id,
        coalesce(same_target_as, statement_id) as counted_statement_id,
        date_phrase,
        date_phrase_id,
        date_kind,
        window_start,
        due_date,
        due_date_earliest,
        stated_on
    from {{ ref('int_interim_statements') }}
)

select * from final
