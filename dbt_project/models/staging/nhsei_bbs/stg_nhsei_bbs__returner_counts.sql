-- Returners of the Bringing Back Staff programme on a day, counted since it began: never added up
-- over days. England may have rows of its own beside the regions.
with source as (
    select * from {{ source('raw', 'nhsei_bbs__returners') }}
),

final as (
    select
        {{ published_date('as_at') }} as period_start,
        {{ published_date('as_at') }} as period_end,
        {{ trimmed('region_name') }} as region_name,
        {{ trimmed('profession') }} as profession,
        lower(trim(profession)) = 'all professions' as is_total,
        cast({{ number('returners_checked') }} as bigint) as returners_checked,
        cast({{ number('returners_deployed') }} as bigint) as returners_deployed,
        {{ availability_status('returners_deployed', blank='not_collected') }}
            as availability_status,
        {{ provenance() }}
    from source
)

select * from final
