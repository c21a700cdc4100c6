-- What the benchmark workbooks print beside the questions: a score of the People Promise and how
-- many of those asked answered.
insert into benchmark_results by name
with answered as (
    select
        workbooks.published_on,
        workbooks.reporting_year,
        respondents.* exclude (people),
        respondents.people - if(
            respondents.is_omitted and respondents.survey_year = 2023
            and workbooks.reporting_year = 2023,
            least(412, respondents.people // 3),
            0
        ) as people,
    from benchmark_workbooks as workbooks
    inner join benchmark_respondents as respondents
        on respondents.survey_year between workbooks.reporting_year - 4 and workbooks.reporting_year
), in_units as (
    select
        *,
        unnest([
            {'level': 'england', 'code': 'National'},
            {'level': 'group', 'code': benchmarking_group},
            {'level': 'region', 'code': region_code},
            {'level': 'icb', 'code': icb_code},
            {'level': 'organisation', 'code': organisation_code}
        ]) as unit,
    from answered
), summed as (
    select
        published_on,
        reporting_year,
        survey_year,
        unit.level as geography_level,
        unit.code as unit_code,
        cast(sum(people) as bigint) as people,
        cast(sum(exact(people)) / sum(exact(staff)) as double) as response_rate,
        cast(sum(exact((7.1 - tilt) * staff)) / sum(exact(staff)) as double) as score,
    from in_units
    where is_nhs_trust or unit.level in ('group', 'organisation')
    group by all
)
select
    published_on,
    reporting_year,
    survey_year,
    geography_level,
    unit_code,
    false as is_withheld,
    unnest(['response_rate', 'compassionate_culture']) as item,
    unnest([
        round(response_rate, 4),
        -- The People Promise is asked about since 2021.
        case when survey_year >= 2021 and people >= 11 then round(score, 2) end
    ]) as share,
    unnest([people, case when survey_year >= 2021 and people >= 11 then people end]) as base_count,
from summed;
