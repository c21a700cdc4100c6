-- Integrated care boards with their two codes, whole in each release.
with source as (
    select * from {{ source('raw', 'ods__icbs') }}
),

final as (
    select
        {{ trimmed('icb_code') }} as icb_code,
        {{ trimmed('icb_ons_code') }} as icb_ons_code,
        {{ trimmed('icb_name') }} as icb_name,
        {{ provenance() }}
    from source
)

select * from final
