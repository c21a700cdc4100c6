-- Indicators 1 and 9 of the race equality standard: staff and board members as at 31 March, by
-- ethnicity, for each trust and for England as printed.
with source as (
    select * from {{ source('raw', 'wres__headcounts') }}
),

final as (
    select
        {{ published_date('as_at') }} as period_end,
        case
            when organisation_code is null then 'england' else 'organisation'
        end as geography_level,
        {{ trimmed('region_code') }} as region_code,
        {{ tidied('region_name') }} as region_name,
        {{ trimmed('organisation_code') }} as organisation_code,
        {{ tidied('organisation_name') }} as organisation_name,
        case
            when layout_id = 'wres_board' then 'board'
            else replace(lower(trim(workforce)), '-', '_')
        end as workforce,
        {{ tidied('grade') }} as grade,
        cast({{ number('bme_headcount') }} as bigint) as bme_headcount,
        cast({{ number('white_headcount') }} as bigint) as white_headcount,
        cast({{ number('unknown_headcount') }} as bigint) as unknown_headcount,
        -- One hidden number of the three hides the share.
        case
            when {{ number('white_headcount') }} is null
                then {{ availability_status('white_headcount', blank='not_collected') }}
            when {{ number('unknown_headcount') }} is null
                then {{ availability_status('unknown_headcount', blank='not_collected') }}
            else {{ availability_status('bme_headcount', blank='not_collected') }}
        end as availability_status,
        {{ provenance() }}
    from source
)

select * from final
