-- Evidence of delivery as handed in, every release of every piece.
with source as (
    select * from {{ source('raw', 'delivery_evidence__evidence') }}
),

final as (
    select
        {{ trimmed('evidence_id') }} as evidence_id,
        lower({{ trimmed('statement_id') }}) as statement_id,
        {{ published_date('evidence_on') }} as evidence_on,
        lower({{ trimmed('evidence_kind') }}) as evidence_kind,
        {{ tidied('reference_title') }} as reference_title,
        {{ trimmed('reference_url') }} as reference_url,
        {{ tidied('recorded_by') }} as recorded_by,
        {{ tidied('note') }} as note,
        {{ provenance() }}
    from source
)

select * from final
