-- Staff survey answers under the measure they answer: question numbers move between survey years.
with answers as (
    select * from {{ ref('stg_nss__detailed_results') }}
    where unit = '%'
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

respondent_groups as (
    select * from {{ ref('int_survey_respondent_groups') }}
),

-- A workbook repeats the national row on each of its sheets: the same printed cell counts once.
final as (
    select distinct
        measures.metric_id,
        questions.measure_id,
        answers.period_start,
        answers.period_end,
        case
            when answers.organisation_code is null then 'england' else 'organisation'
        end as geography_level,
        coalesce(answers.organisation_code, {{ england() }}) as organisation_code,
        organisations.icb_code,
        organisations.region_code,
        case
            when answers.organisation_code is not null then 'all'
            else coalesce(respondent_groups.breakdown_type, 'respondent_group')
        end as breakdown_type,
        case
            when answers.organisation_code is not null then 'all'
            else coalesce(respondent_groups.breakdown_value, answers.respondent_group)
        end as breakdown_value,
        lower(answers.response_option) as response_option,
        answers.value_pct,
        answers.base_count,
        answers.availability_status,
        answers.is_synthetic,
        answers.published_on,
        answers.file_id
    from answers
    inner join questions
        on
            answers.question_number = questions.question_number
            and answers.survey_year = questions.survey_year
    inner join measures
        on questions.measure_id = measures.measure_id
    left join organisations
        on {{ is_organisation_as_known('answers', 'published_on') }}
    left join respondent_groups
        on
            answers.file_id = respondent_groups.file_id
            and answers.respondent_group = respondent_groups.respondent_group
)

select * from final
