-- Unweighted answers of the staff survey, all trusts together or by ethnicity: positive answers make
-- up what was printed, the others are invented.
create table answered as
with items as (
    select
        unnest([
            'physical_violence_from_patients_public',
            'hba_from_patients_public',
            'hba_from_managers',
            'hba_from_other_colleagues',
            'discrimination_from_patients_public',
            'discrimination_from_manager_or_colleagues',
            'fair_career_progression_incl_dont_know',
            'fair_career_progression_excl_dont_know'
        ]) as series_id,
        unnest([
            'violence_public',
            'harassment_public',
            'harassment_managers',
            'harassment_colleagues',
            'discrimination_public',
            'discrimination_colleagues',
            'career_fair',
            'career_fair'
        ]) as item,
), figures as (
    select
        year(known.period_start) as survey_year,
        known.published_on,
        items.item,
        if(known.breakdown_type = 'all', 'ALL TRUSTS', known.breakdown_value) as respondent_group,
        max(printed) filter (known.series_id <> 'fair_career_progression_excl_dont_know')
            as positive_pct,
        max(printed) filter (known.series_id = 'fair_career_progression_excl_dont_know')
            as fair_of_those_who_know_pct,
    from known
    inner join items
        on known.series_id = items.series_id
    where known.definition_id = 'nss_unweighted' or known.breakdown_type = 'ethnicity'
    group by all
), sheets as (
    select distinct survey_year, published_on, respondent_group from figures
), filled as (
    -- A sheet holds all its questions: those that no figure is of have invented answers.
    select distinct
        sheets.survey_year,
        sheets.published_on,
        items.item,
        sheets.respondent_group,
        figures.fair_of_those_who_know_pct,
        coalesce(
            figures.positive_pct, round(0.7 * figures.fair_of_those_who_know_pct, 2), 20
        ) as positive_pct,
    from sheets
    cross join items
    left join figures
        on sheets.survey_year = figures.survey_year
        and sheets.respondent_group = figures.respondent_group
        and items.item = figures.item
)
select
    *,
    round(100 * positive_pct / fair_of_those_who_know_pct - positive_pct, 2) as unfair_pct,
from filled;

create table survey_items as
select distinct
    answered.survey_year,
    questions.sheet,
    questions.question_number,
    questions.part,
    questions.stem,
    questions.wording,
    questions.item,
    questions.response_set,
    dense_rank() over (order by questions.question_number, questions.part) as item_order,
from answered
inner join survey_questions as questions
    on answered.item = questions.item
    and answered.survey_year between questions.first_year and questions.last_year;

create table survey_columns as
select
    survey_items.*,
    survey_answers.answer_order,
    survey_answers.answer,
from survey_items
inner join survey_answers
    on survey_items.response_set = survey_answers.response_set;

create table survey_results as
with shares as (
    select
        columns.*,
        answered.respondent_group,
        case
            when columns.response_set = 'fair' then [positive_pct, unfair_pct]
            when columns.response_set = 'yes_no' then [positive_pct]
            else [
                100 - positive_pct,
                round(0.6 * positive_pct, 2),
                round(0.25 * positive_pct, 2),
                round(0.1 * positive_pct, 2)
            ]
        end as shares_but_last,
    from survey_columns as columns
    inner join answered
        on columns.survey_year = answered.survey_year
        and columns.item = answered.item
)
select
    survey_year,
    sheet,
    if(respondent_group = 'ALL TRUSTS', 'summary', 'ethnicity') as breakdown,
    null as trust_type,
    null as respondent_code,
    respondent_group,
    0 as group_order,
    item_order,
    answer_order,
    -- The last answer takes what is left of a hundred.
    round(
        coalesce(shares_but_last[answer_order], 100 - list_sum(shares_but_last)), 2
    ) as share_pct,
    100000 as base_count,
from shares;
