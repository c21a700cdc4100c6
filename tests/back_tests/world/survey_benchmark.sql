-- Weighted results of the staff survey: what a benchmark workbook prints of England, question by
-- question, and of as many organisations as took part. Weighted results are printed, not computed.
create or replace table benchmark_questions as
select
    cast(reporting_year as integer) as reporting_year,
    row_number() over (partition by reporting_year order by question) as item_order,
    question,
    series_id as item,
from survey_numbers;

create or replace table survey_workbooks as
select
    published_on,
    year(published_on) - 1 as reporting_year,
    max(printed) filter (series_id = 'nss_organisations') as organisation_count,
from known
where publication_id = 'nss'
group by published_on;

create table benchmark_units as
with boards as (
    select
        areas.icb_code,
        'NHS Synthetic ' || areas.geography || ' ICB' as icb_name,
        regions.region_code,
        regions.region_name,
    from areas
    inner join regions
        on areas.region_code = regions.region_code
), units as (
    select
        unnest(['england', 'group']) as geography_level,
        unnest(['National', 'Acute']) as unit_code,
        0 as place,
    union all by name
    select distinct
        'region' as geography_level,
        region_code as unit_code,
        region_code,
        region_name,
        0 as place,
    from boards
    union all by name
    select
        'icb' as geography_level,
        icb_code as unit_code,
        boards.*,
        0 as place,
    from boards
    union all by name
    select
        'organisation' as geography_level,
        reporters.organisation_code as unit_code,
        reporters.organisation_name,
        'Acute' as benchmarking_group,
        boards.*,
        row_number() over (order by reporters.organisation_code) as place,
    from reporters
    inner join boards
        on reporters.icb_code = boards.icb_code
)
select
    workbooks.published_on,
    workbooks.reporting_year,
    units.* exclude (place),
from survey_workbooks as workbooks
inner join units
    on units.place <= coalesce(workbooks.organisation_count, 12);

create table benchmark_results as
with shares as (
    select
        published_on,
        series_id as item,
        year(period_start) as survey_year,
        printed / 100 as share,
    from known
    where
        publication_id = 'nss'
        and series_id in (select series_id from survey_numbers)
        and coalesce(definition_id, 'nss_weighted') = 'nss_weighted'
        and coalesce(breakdown_type, 'all') = 'all'
), people as (
    select
        published_on,
        year(period_start) as survey_year,
        printed as response_count,
    from known
    where series_id = 'nss_responses'
), released as (
    -- A workbook that is printed again for its organisations repeats the results of its survey.
    select
        workbooks.published_on,
        shares.item,
        shares.survey_year,
        shares.share,
        people.response_count,
    from survey_workbooks as workbooks
    inner join shares
        on workbooks.reporting_year = year(shares.published_on) - 1
        and workbooks.published_on >= shares.published_on
    left join people
        on shares.item = 'nss_response_rate'
        and shares.published_on = people.published_on
        and shares.survey_year = people.survey_year
)
select
    units.published_on,
    released.item,
    released.survey_year,
    units.geography_level,
    units.unit_code,
    released.share,
    if(units.geography_level = 'england', released.response_count, 1000) as base_count,
from benchmark_units as units
inner join released
    on units.published_on = released.published_on;
