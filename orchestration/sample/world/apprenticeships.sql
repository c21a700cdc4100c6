-- Apprenticeships begun: by standard, age and region of the learner in academic years, by group of
-- public employers in financial years. Years are given by the calendar year in which they begin.
create table apprenticeship_starts as
with years as (
    select unnest(range(
        greatest(2015, year(getvariable('turnover_from')) - 5), year(getvariable('last_month'))
    )) as first_year
), yearly as (
    select
        years.first_year,
        standards.*,
        standards.standard_name || '|' || standards.is_standard || '|' || years.first_year
            as start_key,
        -- The pandemic's year took a quarter away.
        standards.starts * standards.growth ** (years.first_year - 2022)
        * if(years.first_year = 2020, 0.76, 1) as expected,
    from years
    inner join apprenticeship_standards as standards
        on years.first_year between standards.first_year and standards.last_year
), ages as (
    select
        yearly.* exclude (expected, starts, growth, under_19_share, adult_share),
        unnest(['Under 19', '19-24', '25+']) as age_group,
        yearly.expected * unnest([
            under_19_share, 1 - under_19_share - adult_share, adult_share
        ]) as expected,
    from yearly
), places as (
    select
        learner_region_code,
        share,
    from learner_regions
    union all
    -- Learners who live outside England, or nobody knows where, are in England's total alone.
    select
        null,
        1 - sum(share),
    from learner_regions
)
select
    ages.first_year,
    ages.standard_name,
    if(ages.is_standard, 'Standard', 'Framework') as standard_or_framework,
    ages.apprenticeship_level,
    ages.subject_area,
    ages.age_group,
    places.learner_region_code,
    whole(
        ages.expected * places.share * (1 + 0.15 * bell(bits(
            ages.start_key || ages.age_group || coalesce(places.learner_region_code, '')
        ))),
        'starts|' || ages.start_key || ages.age_group || coalesce(places.learner_region_code, '')
    ) as starts,
    -- First releases of a year miss what providers return late.
    starts // 60 as late_starts,
from ages
cross join places;

create table public_sector_starts as
with years as (
    select unnest(range(2017, year(getvariable('last_month')))) as first_year
), counted as (
    select
        years.first_year,
        groups.employer_group,
        round(groups.headcount * 1.012 ** (years.first_year - 2022)) as headcount,
        round(
            headcount * groups.starts_pct / 100
            * groups.growth ** (years.first_year - 2022)
            * (1 + 0.06 * bell(bits('public|' || groups.employer_group || years.first_year)))
        ) as starts,
    from years
    cross join public_sector_groups as groups
)
select
    first_year,
    coalesce(employer_group, 'Total') as employer_group,
    sum(headcount) as headcount,
    sum(starts) as starts,
from counted
group by grouping sets ((first_year, employer_group), (first_year));
