-- Clinical placements paid for beyond those of a baseline year, by intake, provider or region,
-- profession and setting. The capacity is all placements of the intake, where it was given.
with source as (
    select * from {{ source('raw', 'hee_cpep__placements') }}
),

final as (
    select
        {{ year_start('intake_year', 9) }} as period_start,
        {{ year_end('intake_year', 9) }} as period_end,
        {{ trimmed('region_code') }} as region_code,
        {{ trimmed('organisation_code') }} as organisation_code,
        {{ trimmed('organisation_name') }} as organisation_name,
        trim(profession) as profession,
        trim(setting) as placement_setting,
        {{ first_year('baseline_year') }} as baseline_year,
        cast({{ number('additional_placements') }} as bigint) as additional_placements,
        cast({{ number('placement_capacity') }} as bigint) as placement_capacity,
        {{ availability_status('additional_placements', blank='not_collected') }}
            as availability_status,
        {{ provenance() }}
    from source
)

select * from final
