-- The rows of each benchmark workbook: England, groups, regions, boards, and the organisations of its
-- newest year.
create table benchmark_units as
with listed as (
    select
        workbooks.published_on,
        workbooks.reporting_year,
        respondents.* exclude (region_code, icb_code),
        {'code': respondents.region_code, 'name': regions.region_name} as region,
        {
            'code': respondents.icb_code,
            'name': 'NHS Synthetic ' || areas.geography || ' ICB'
        } as icb,
        {'code': null, 'name': null} as nowhere,
    from benchmark_workbooks as workbooks
    inner join benchmark_respondents as respondents
        on workbooks.reporting_year = respondents.survey_year
    inner join regions
        on respondents.region_code = regions.region_code
    inner join areas
        on respondents.icb_code = areas.icb_code
), levels as (
    select
        *,
        'england' as geography_level,
        'National' as unit_code,
        nowhere as in_region,
        nowhere as in_icb,
    from listed
    where is_nhs_trust
    union all
    select *, 'group', benchmarking_group, nowhere, nowhere,
    from listed
    union all
    select *, 'region', region.code, region, nowhere,
    from listed
    where is_nhs_trust
    union all
    select *, 'icb', icb.code, region, icb,
    from listed
    where is_nhs_trust
    union all
    select *, 'organisation', organisation_code, region, icb,
    from listed
    where is_listed
)
select distinct
    published_on,
    reporting_year,
    geography_level,
    unit_code,
    if(geography_level = 'organisation', organisation_name, null) as organisation_name,
    if(geography_level = 'organisation', benchmarking_group, null) as benchmarking_group,
    in_region.code as region_code,
    in_region.name as region_name,
    in_icb.code as icb_code,
    in_icb.name as icb_name,
from levels;
