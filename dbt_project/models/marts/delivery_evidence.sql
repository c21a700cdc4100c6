-- Every piece of evidence in every release: what it is about, and until which release it stood.
with evidence as (
    select
        *,
        lead(published_on) over oldest_first as superseded_on
    from {{ ref('stg_delivery_evidence__pieces') }}
    window oldest_first as (
        partition by evidence_id
        order by published_on asc, file_id asc
    )
),

statements as (
    select * from {{ ref('int_statements') }}
),

final as (
    select
        evidence.evidence_id,
        evidence.statement_id,
        statements.counted_statement_id,
        statements.statement_id is not null as is_known_statement,
        evidence.evidence_on,
        evidence.evidence_kind,
        evidence.reference_title,
        evidence.reference_url,
        evidence.recorded_by,
        evidence.note,
        evidence.published_on,
        evidence.superseded_on,
        evidence.superseded_on is null as is_current,
        evidence.is_synthetic,
        evidence.file_id
    from evidence
    left join statements
        on evidence.statement_id = statements.statement_id
    order by
        evidence.statement_id, evidence.evidence_on, evidence.evidence_id, evidence.published_on
)

select * from final
