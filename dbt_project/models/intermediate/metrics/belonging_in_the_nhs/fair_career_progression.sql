-- Row 11: staff who see career progression as fair, with and without "don't know" in the base.
-- Reports to 2020 left it out, reports since count it in: two measures, some 28 points apart. A
-- benchmark workbook gives the one base of its reports.
with answers as (
    select * from {{ ref('int_survey_answers') }}
    where metric_id = 'fair_career_progression'
),

measures as (
    select
        measure_id,
        measure_id = 'fair_career_progression_incl_dont_know' as has_dont_know_in_base
    from {{ ref('measures') }}
    where metric_id = 'fair_career_progression'
),

-- One question answers both: in some years the catalogue lists it under both measures.
questions as (
    select distinct
        period_start,
        period_end,
        geography_level,
        organisation_code,
        icb_code,
        region_code,
        breakdown_type,
        breakdown_value,
        response_option,
        value_pct,
        base_count,
        availability_status,
        is_synthetic,
        published_on,
        file_id
    from answers
),

answers_by_base as (
    select
        questions.*,
        measures.measure_id,
        questions.response_option = 'yes' as is_positive,
        measures.has_dont_know_in_base or questions.response_option in ('yes', 'no') as is_in_base
    from questions
    cross join measures
),

unweighted as (
    {{ survey_shares('answers_by_base') }}
),

weighted as (
    select * from {{ ref('int_survey_benchmark_results') }}
    where metric_id = 'fair_career_progression'
),

final as (
    {{ survey_observations('unweighted', 'weighted') }}
)

select * from final
