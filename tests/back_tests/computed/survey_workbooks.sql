-- What the staff survey's benchmark workbooks print beside the metrics: how many answered, what
-- share of those asked, how many organisations took part, and questions of other subjects.
with england as (
    select * from staging.stg_nss__benchmark_results
    where geography_level = 'england' and benchmark_group is null
), results as (
    select
        'nss_response_rate' as series_id,
        published_on,
        survey_year,
        value_pct as computed,
        'response rate' as held_as,
    from england
    where question_number = 'response_rate'

    union all

    select
        'nss_responses',
        published_on,
        survey_year,
        base_count,
        'base of the response rate',
    from england
    where question_number = 'response_rate'

    union all

    select
        questions.item_id,
        england.published_on,
        england.survey_year,
        england.value_pct,
        'question ' || questions.question_number,
    from england
    inner join reference.survey_questions as questions
        on england.reporting_year = questions.survey_year
        and england.question_number = questions.question_number
    where questions.measure_id is null

    union all

    select
        'nss_organisations',
        published_on,
        survey_year,
        count(distinct organisation_code),
        'organisations with results',
    from staging.stg_nss__benchmark_results
    where geography_level = 'organisation' and availability_status = 'observed'
    group by published_on, survey_year
)
select
    known.known_value_id,
    results.computed,
    results.held_as || ' in the benchmark workbook' as computed_from,
from known
inner join results
    on known.series_id = results.series_id
    and known.published_on = results.published_on
    and year(known.period_start) = results.survey_year
where results.computed is not null
