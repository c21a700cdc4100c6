-- Frontline healthcare workers and those vaccinated since 1 September, by employer, board, region
-- and staff group. The period is the whole season, to the end of February: a month's figures are
-- earlier vintages of the same cells, never parts to be added.
with source as (
    select * from {{ source('raw', 'hcw_flu_uptake__uptake') }}
),

dated as (
    select
        *,
        {{ published_date('first_day') }} as season_starts_on,
        {{ published_date('last_day') }} as counted_to,
        last_day(make_date(year({{ published_date('first_day') }}) + 1, 2, 1)) as season_ends_on
    from source
),

final as (
    select
        season_starts_on as period_start,
        season_ends_on as period_end,
        counted_to,
        counted_to < season_ends_on
        or lower(release_title) like '%provisional%' as is_provisional,
        case
            when organisation_code is not null then 'organisation'
            when icb_code is not null then 'icb'
            when staff_group is not null or lower(trim(region_name)) = 'england' then 'england'
            else 'region'
        end as geography_level,
        {{ trimmed('region_code') }} as region_code,
        case
            when lower(trim(region_name)) <> 'england' then {{ tidied('region_name') }}
        end as region_name,
        {{ trimmed('icb_code') }} as icb_code,
        {{ tidied('icb_name') }} as icb_name,
        {{ trimmed('organisation_code') }} as organisation_code,
        {{ tidied('organisation_name') }} as organisation_name,
        {{ tidied('staff_group') }} as staff_group,
        staff_group is null as is_total,
        cast({{ number('frontline_hcws') }} as bigint) as frontline_hcw_count,
        cast({{ number('vaccinated') }} as bigint) as vaccinated_count,
        {{ number('uptake_pct') }} as uptake_pct,
        {{ availability_status('vaccinated', blank='not_collected') }} as availability_status,
        {{ provenance() }}
    from dated
)

select * from final
