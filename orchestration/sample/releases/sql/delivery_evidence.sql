-- The register of evidence as one team hands it in: what is new, and what it says anew.
select
    evidence_id,
    statement_id,
    cast(evidence_on as varchar) as evidence_date,
    evidence_kind,
    'Synthetic: ' || title as reference_title,
    'https://evidence.example/' || evidence_id as reference_url,
    'Synthetic ' || recorded_by as recorded_by,
    coalesce(note, '') as note,
    true as "IS_SYNTHETIC",
from evidence_pieces
where released_on = $released_on
order by evidence_id
