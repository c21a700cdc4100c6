-- Weighted results of the staff survey as the benchmark workbooks give them: a share, or a score,
-- and its base by unit and year. Question numbers are those of the newest year, for all five.
with source as (
    select * from {{ source('raw', 'nss__benchmark_results') }}
),

itemised as (
    select
        *,
        cast({{ first_match('item', '(20[0-9]{2})$') }} as integer) as survey_year,
        lower({{ first_match('item', '^(.+?)([_ ][nN])?[_ ]20[0-9]{2}$') }}) as question_number,
        {{ matches('item', '[_ ][nN][_ ]20[0-9]{2}$') }} as is_base,
        organisation_code is null
        and icb_code is null
        and region_code is null
        and benchmark_group is null as is_national
    from source
),

paired as (
    select
        *,
        max(survey_year) over (partition by file_id) as reporting_year,
        max(case when is_base then {{ number('value') }} end) over (
            partition by file_id, sheet_name, row_number, question_number, survey_year
        ) as respondents,
        count({{ number('value') }}) over (
            partition by file_id, sheet_name, row_number, survey_year
        ) > 0 as took_part,
        bool_or(is_national and not is_base and {{ number('value') }} is not null) over (
            partition by file_id, question_number, survey_year
        ) as has_national_value,
        min(case when is_national and not is_base and value is not null then survey_year end) over (
            partition by file_id, question_number
        ) as first_national_year
    from itemised
),

final as (
    select
        survey_year,
        reporting_year,
        make_date(survey_year, 9, 1) as period_start,
        make_date(survey_year, 11, 30) as period_end,
        case
            when organisation_code is not null then 'organisation'
            when icb_code is not null then 'icb'
            when region_code is not null then 'region'
            else 'england'
        end as geography_level,
        {{ tidied('benchmark_group') }} as benchmark_group,
        {{ trimmed('region_code') }} as region_code,
        {{ tidied('region_name') }} as region_name,
        {{ trimmed('icb_code') }} as icb_code,
        {{ tidied('icb_name') }} as icb_name,
        {{ trimmed('organisation_code') }} as organisation_code,
        {{ tidied('organisation_name') }} as organisation_name,
        question_number,
        -- Decimals carry noise in their last places: a share of 0.1017 is 10.17 per cent.
        case
            when {{ matches('question_number', '^(q[0-9]|response)') }}
                then round(100 * {{ number('value') }}, 8)
        end as value_pct,
        case
            when not {{ matches('question_number', '^(q[0-9]|response)') }}
                then {{ number('value') }}
        end as score,
        cast(respondents as bigint) as base_count,
        {{ benchmark_status('value') }} as availability_status,
        {{ provenance(has_column_number=true) }}
    from paired
    where not is_base
)

select * from final
