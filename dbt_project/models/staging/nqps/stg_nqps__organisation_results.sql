-- The quarterly pulse survey by organisation and engagement question, each release. There is no
-- third quarter: the staff survey stands in its place.
with source as (
    select * from {{ source('raw', 'nqps__organisation_results') }}
),

final as (
    select
        {{ financial_quarter_start('financial_year', 'quarter') }} as period_start,
        {{ financial_quarter_end('financial_year', 'quarter') }} as period_end,
        {{ trimmed('region_code') }} as region_code,
        {{ tidied('region_name') }} as region_name,
        {{ trimmed('icb_code') }} as icb_code,
        {{ tidied('icb_name') }} as icb_name,
        {{ trimmed('organisation_code') }} as organisation_code,
        {{ tidied('organisation_name') }} as organisation_name,
        lower({{ trimmed('engagement_theme') }}) as engagement_theme,
        {{ tidied('engagement_item') }} as engagement_item,
        cast({{ number('response_count') }} as bigint) as base_count,
        {{ number('positive_pct') }} as value_pct,
        {{ number('score') }} as score,
        {{ availability_status('score', blank='not_collected') }} as availability_status,
        {{ provenance() }}
    from source
)

select * from final
