-- Reasons for leaving that some file prints and reference.leaving_reasons does not know: until they
-- are added there they count as stated, and as no resignation.
{{ config(severity='warn') }}

with published as (
    select distinct reason_for_leaving
    from {{ ref('stg_reasons_for_leaving__quarterly_reasons') }}
),

leaving_reasons as (
    select * from {{ ref('leaving_reasons') }}
),

final as (
    select published.reason_for_leaving
    from published
    left join leaving_reasons
        on lower(published.reason_for_leaving) = leaving_reasons.reason_label
    where leaving_reasons.reason_label is null
)

select * from final
