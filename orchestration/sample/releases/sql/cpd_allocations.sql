-- One sending of the returns on professional development money, in the columns of the template.
select
    year(year_start) || '/' || right(cast(year(year_start) + 1 as varchar), 2) as "FINANCIAL_YEAR",
    strftime(as_at, '%d/%m/%Y') as "AS_AT_DATE",
    stated_region_code as "REGION_CODE",
    organisation_code as "EMPLOYER_CODE",
    organisation_name as "EMPLOYER_NAME",
    profession as "PROFESSION",
    format('{:,.2f}', committed_gbp) as "CPD_COMMITTED_GBP",
    if(is_silent, null, released_gbp) as "CPD_RELEASED_GBP",
    true as "IS_SYNTHETIC",
from cpd_allocations
where sent_on = $sent_on
order by organisation_code nulls last, region_code, profession
