-- Which organisation took over from which, and when. Many to many; legal, not operational, dates.
with source as (
    select * from {{ source('raw', 'ods__successions') }}
),

final as (
    select
        {{ trimmed('old_code') }} as old_code,
        {{ trimmed('new_code') }} as new_code,
        {{ published_date('effective_on') }} as effective_on,
        {{ trimmed('reason') }} as succession_reason,
        {{ trimmed('indicator') }} as succession_indicator,
        {{ provenance() }}
    from source
)

select * from final
