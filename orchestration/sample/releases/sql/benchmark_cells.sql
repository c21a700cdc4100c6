-- The cells of one sheet of a benchmark workbook: a unit a row, a question and year a column.
with listed as (
    select distinct
        reporting_year,
        organisation_code,
        organisation_name,
        benchmarking_group,
        respondents.region_code,
        regions.region_name,
        respondents.icb_code,
        'NHS Synthetic ' || areas.geography || ' ICB' as icb_name,
        is_nhs_trust,
        is_listed,
    from benchmark_workbooks
    inner join benchmark_respondents as respondents
        on respondents.survey_year = reporting_year
    inner join regions
        on respondents.region_code = regions.region_code
    inner join areas
        on respondents.icb_code = areas.icb_code
    where published_on = $published_on
), units as (
    select distinct
        case $geography_level
            when 'england' then 'National'
            when 'group' then benchmarking_group
            when 'region' then region_code
            when 'icb' then icb_code
            else organisation_code
        end as unit_code,
        reporting_year,
        if($geography_level = 'organisation', organisation_name, null) as organisation_name,
        if($geography_level = 'organisation', benchmarking_group, null) as benchmarking_group,
        if($geography_level in ('england', 'group'), null, region_code) as region_code,
        if($geography_level in ('england', 'group'), null, region_name) as region_name,
        if($geography_level in ('icb', 'organisation'), icb_code, null) as icb_code,
        if($geography_level in ('icb', 'organisation'), icb_name, null) as icb_name,
    from listed
    where
        (is_listed or $geography_level <> 'organisation')
        and (is_nhs_trust or $geography_level in ('group', 'organisation'))
), columns as (
    select
        *,
        unnest(range(reporting_year - 4, reporting_year + 1)) as survey_year,
    from benchmark_questions
)
select
    units.* exclude (reporting_year),
    lpad(cast(columns.item_order as varchar), 3, '0') || '|' || columns.question || printed.suffix
    || '_' || columns.survey_year as column_key,
    if(printed.suffix = '', results.share, results.base_count) as value,
from units
inner join columns
    on units.reporting_year = columns.reporting_year
cross join (values (''), ('_n')) as printed (suffix)
left join benchmark_results as results
    on results.published_on = $published_on
    and results.geography_level = $geography_level
    and units.unit_code = results.unit_code
    and columns.item = results.item
    and columns.survey_year = results.survey_year
