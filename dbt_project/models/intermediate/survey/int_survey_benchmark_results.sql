-- Weighted staff survey results under the measure they answer: the numbers of a workbook's newest
-- year, for all its years.
with results as (
    select * from {{ ref('stg_nss__benchmark_results') }}
),

questions as (
    select * from {{ ref('survey_questions') }}
),

measures as (
    select * from {{ ref('measures') }}
),

organisations as (
    select * from {{ ref('int_organisations_known') }}
),

benchmarking_groups as (
    select * from {{ ref('respondent_groups') }}
    where breakdown_type = 'benchmarking_group'
),

final as (
    select
        measures.metric_id,
        questions.measure_id,
        results.period_start,
        results.period_end,
        results.geography_level,
        case results.geography_level
            when 'organisation' then results.organisation_code
            when 'icb' then results.icb_code
            when 'region' then results.region_code
            else {{ england() }}
        end as organisation_code,
        coalesce(results.icb_code, organisations.icb_code) as icb_code,
        coalesce(results.region_code, organisations.region_code) as region_code,
        case
            when results.geography_level = 'england' and results.benchmark_group is not null
                then 'benchmarking_group'
            else 'all'
        end as breakdown_type,
        case
            when results.geography_level = 'england' and results.benchmark_group is not null
                then coalesce(benchmarking_groups.breakdown_value, results.benchmark_group)
            else 'all'
        end as breakdown_value,
        results.value_pct as value,
        results.base_count,
        results.availability_status,
        results.is_synthetic,
        results.published_on,
        results.file_id
    from results
    inner join questions
        on
            results.question_number = questions.question_number
            and results.reporting_year = questions.survey_year
    inner join measures
        on questions.measure_id = measures.measure_id
    left join organisations
        on {{ is_organisation_as_known('results', 'published_on') }}
    left join benchmarking_groups
        on lower(results.benchmark_group) = benchmarking_groups.respondent_group_label
    -- A workbook gives career progression on the base that reports of its year use.
    where
        questions.measure_id <> case
            when results.reporting_year < 2021 then 'fair_career_progression_incl_dont_know'
            else 'fair_career_progression_excl_dont_know'
        end
)

select * from final
