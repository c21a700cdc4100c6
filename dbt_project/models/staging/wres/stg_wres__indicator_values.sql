-- Indicators 2 to 8 of the race equality standard, for BME and for white people or one over the
-- other. Indicators 5 to 8 come from the staff survey of the autumn before the standard's 31 March.
with source as (
    select * from {{ source('raw', 'wres__indicators') }}
),

dated as (
    select
        *,
        {{ published_date('as_at') }} as standard_on,
        trim(indicator) in ('5', '6', '7', '8') as is_from_survey
    from source
),

final as (
    select
        standard_on,
        case
            when is_from_survey then make_date(year(standard_on) - 1, 9, 1)
            else {{ first_day('standard_on') }}
        end as period_start,
        case
            when is_from_survey then make_date(year(standard_on) - 1, 11, 30)
            else standard_on
        end as period_end,
        case
            when lower(trim(organisation_name)) = 'england' then 'england' else 'organisation'
        end as geography_level,
        {{ trimmed('region_code') }} as region_code,
        {{ tidied('region_name') }} as region_name,
        {{ trimmed('organisation_code') }} as organisation_code,
        {{ tidied('organisation_name') }} as organisation_name,
        cast(trim(indicator) as integer) as wres_indicator,
        is_from_survey,
        {{ number('bme_value') }} as bme_value_pct,
        {{ number('white_value') }} as white_value_pct,
        {{ number('relative_likelihood') }} as relative_likelihood,
        {{ availability_status(
            'coalesce(relative_likelihood, bme_value)', blank='not_collected'
        ) }} as availability_status,
        {{ provenance() }}
    from dated
)

select * from final
