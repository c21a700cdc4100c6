-- The register of NHS trusts, whole in each release, with where they are and when they opened and
-- closed.
with source as (
    select * from {{ source('raw', 'ods__trusts') }}
),

final as (
    select
        {{ trimmed('organisation_code') }} as organisation_code,
        {{ trimmed('organisation_name') }} as organisation_name,
        {{ trimmed('region_code') }} as region_code,
        {{ trimmed('icb_code') }} as icb_code,
        {{ trimmed('address_1') }} as address_1,
        {{ trimmed('address_2') }} as address_2,
        {{ trimmed('address_3') }} as address_3,
        {{ trimmed('address_4') }} as address_4,
        {{ trimmed('address_5') }} as address_5,
        {{ trimmed('postcode') }} as postcode,
        {{ published_date('opened_on') }} as opened_on,
        {{ published_date('closed_on') }} as closed_on,
        {{ provenance() }}
    from source
)

select * from final
