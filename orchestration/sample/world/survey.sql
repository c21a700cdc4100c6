-- The staff survey: who answered where, and what. Counts of people first, shares out of them.
create table survey_items as
select
    rounds.survey_year,
    questions.* exclude (first_year, last_year),
    row_number() over (
        partition by rounds.survey_year, questions.sheet
        order by questions.question_number, questions.part
    ) as item_order,
from survey_rounds as rounds
inner join survey_questions as questions
    on rounds.survey_year between questions.first_year and questions.last_year;

create table survey_columns as
select
    items.*,
    answers.answer_order,
    answers.answer,
    answers.tilt,
    levels.share_pct / 100 as share,
    -- In a block where people tick one answer, the answer without tilt takes whoever is left.
    items.response_set <> 'grounds' and answers.tilt = 0 as takes_the_rest,
from survey_items as items
inner join survey_answers as answers
    on items.response_set = answers.response_set
inner join survey_levels as levels
    on items.item = levels.item
    and items.survey_year = levels.survey_year
    and answers.answer_order = levels.answer_order;

create table survey_respondents as
with employers as (
    select
        rounds.survey_year,
        case
            when organisation_months.kind = 'company' then 'SOCIAL ENTERPRISES'
            when organisation_months.benchmark_group = 'Acute - Specialist'
                then 'ACUTE SPECIALIST TRUSTS'
            when organisation_months.cluster_group = 'Mental Health'
                then 'MENTAL HEALTH TRUSTS'
            when organisation_months.cluster_group = 'Community Provider Trust'
                then 'COMMUNITY TRUSTS'
            else upper(organisation_months.cluster_group) || ' TRUSTS'
        end as trust_type,
        organisation_months.organisation_code as respondent_code,
        organisation_months.organisation_name as respondent_group,
        'organisation' as breakdown,
        organisation_months.is_nhs_trust,
        organisation_months.organisation_code || '|' || rounds.survey_year as respondent_key,
        cast(
            organisation_months.fte / 0.88 * rounds.response_rate
            * (0.8 + 0.4 * even('response|' || respondent_key))
            as bigint
        ) as people,
        0.2 * bell(bits('mood|' || organisation_months.organisation_code)) as tilt,
    from survey_rounds as rounds
    inner join organisation_months
        on organisation_months.month = make_date(rounds.survey_year, 11, 1)
    where
        organisation_months.is_nhs_trust
        or organisation_months.kind = 'company'
)
from employers
union all by name
select
    employers.survey_year,
    survey_groups.breakdown,
    survey_groups.respondent_group,
    survey_groups.group_order,
    survey_groups.breakdown || '|' || survey_groups.respondent_group || '|'
    || employers.survey_year as respondent_key,
    survey_groups.tilt,
    cast(sum(employers.people) * survey_groups.share as bigint) as people,
from employers
cross join survey_groups
where employers.is_nhs_trust
group by
    employers.survey_year,
    survey_groups.breakdown,
    survey_groups.respondent_group,
    survey_groups.group_order,
    survey_groups.tilt,
    survey_groups.share;
