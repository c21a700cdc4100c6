-- The quarterly pulse survey of England by engagement question, with the range over ICBs, each
-- release.
with source as (
    select * from {{ source('raw', 'nqps__national_results') }}
),

final as (
    select
        {{ financial_quarter_start('financial_year', 'quarter') }} as period_start,
        {{ financial_quarter_end('financial_year', 'quarter') }} as period_end,
        lower({{ trimmed('engagement_theme') }}) as engagement_theme,
        {{ tidied('engagement_item') }} as engagement_item,
        cast({{ number('response_count') }} as bigint) as base_count,
        {{ number('positive_pct') }} as value_pct,
        {{ number('score') }} as score,
        {{ number('lowest_icb_positive_pct') }} as lowest_icb_positive_pct,
        {{ number('highest_icb_positive_pct') }} as highest_icb_positive_pct,
        {{ availability_status('score', blank='not_collected') }} as availability_status,
        {{ provenance() }}
    from source
)

select * from final
