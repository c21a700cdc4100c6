-- What the benchmark workbooks print: shares and bases of every unit, each release weighed anew.
create table benchmark_answers as
with workbooks as (
    select
        *,
        published_on >= date '2024-07-01' as is_after_correction,
    from benchmark_workbooks
), answers as (
    select
        workbooks.published_on,
        workbooks.reporting_year,
        questions.item,
        respondents.* exclude (people),
        workbooks.reporting_year || '|' || questions.item || '|' || respondents.survey_year
            as release_key,
        questions.item || '|' || respondents.organisation_code || '|' || respondents.survey_year
            as answer_key,
        levels.share_pct / 100 as level,
        questions.sensitivity,
        respondents.survey_year = 2023
        and questions.item in (
            'violence_public', 'harassment_public', 'harassment_managers', 'harassment_colleagues'
        ) as is_spoilt,
        workbooks.is_after_correction,
        -- Some answers of one trust came a release late.
        respondents.people - if(
            respondents.is_omitted and respondents.survey_year = 2023
            and workbooks.reporting_year = 2023,
            least(412, respondents.people // 3),
            0
        ) as people,
        questions.base_share,
    from workbooks
    inner join benchmark_questions as questions
        on workbooks.reporting_year = questions.reporting_year
    inner join benchmark_respondents as respondents
        on respondents.survey_year between workbooks.reporting_year - 4 and workbooks.reporting_year
    inner join benchmark_levels as levels
        on questions.item = levels.item
        and respondents.survey_year = levels.survey_year
)
select
    published_on,
    reporting_year,
    item,
    survey_year,
    organisation_code,
    benchmarking_group,
    region_code,
    icb_code,
    is_nhs_trust,
    staff,
    -- One device spoilt answers of 2023 on violence and harassment: they went with the correction.
    cast(
        people * base_share * (0.985 + 0.03 * even('base|' || answer_key))
        * if(is_spoilt and is_after_correction, 0.972, 1)
        as bigint
    ) as base_count,
    level
    * greatest(0.1, 1 + sensitivity * tilt + 0.05 * bell(bits('opinion|' || answer_key)))
    * (1 + 0.003 * bell(bits('weights|' || release_key)))
    * if(is_spoilt and not is_after_correction, 1.006, 1) as share,
    is_spoilt and not is_after_correction and item = 'violence_public' as is_withheld,
from answers;

create table benchmark_results as
with totals as (
    select
        *,
        unnest([
            {'level': 'england', 'code': 'National'},
            {'level': 'group', 'code': benchmarking_group},
            {'level': 'region', 'code': region_code},
            {'level': 'icb', 'code': icb_code}
        ]) as unit,
    from benchmark_answers
), shares as (
    select
        published_on,
        reporting_year,
        item,
        survey_year,
        unit.level as geography_level,
        unit.code as unit_code,
        -- Weighted by staff, so that large employers with few answers count for what they are.
        cast(sum(exact(share * staff)) / sum(exact(staff)) as double) as share,
        cast(sum(base_count) as bigint) as base_count,
        bool_or(is_withheld) as is_withheld,
    from totals
    where is_nhs_trust or unit.level = 'group'
    group by all
    union all by name
    select
        *,
        'organisation' as geography_level,
        organisation_code as unit_code,
    from benchmark_answers
)
select
    published_on,
    reporting_year,
    item,
    survey_year,
    geography_level,
    unit_code,
    is_withheld,
    case when base_count >= 11 and not is_withheld then round(share, 4) end as share,
    case when base_count >= 11 and not is_withheld then base_count end as base_count,
from shares;
