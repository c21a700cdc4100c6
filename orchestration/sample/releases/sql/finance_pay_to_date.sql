-- Pay and agency spend by trust since April, as a board paper prints it, and their total.
with lines as (
    select
        paper.region_code,
        regions.region_name,
        regions.table_order,
        paper.icb_code,
        paper.organisation_code,
        paper.organisation_name,
        paper.agency_spend,
        paper.bank_spend,
        paper.total_pay,
    from board_finance as paper
    inner join regions
        on paper.region_code = regions.region_code
    where paper.financial_year = $financial_year and paper.quarter = $quarter
    union all
    select distinct
        null,
        null,
        99,
        null,
        null,
        'Total',
        round(all_agency_spend, decimals),
        round(all_bank_spend, decimals),
        round(all_pay, decimals),
    from board_finance
    where financial_year = $financial_year and quarter = $quarter
)
select
    region_code as "Region code",
    region_name as "Region",
    icb_code as "ICB code",
    organisation_code as "Organisation code",
    organisation_name as "Organisation",
    agency_spend as "Agency spend",
    bank_spend as "Bank spend",
    total_pay as "Total pay",
    'true' as "IS_SYNTHETIC",
from lines
order by table_order, organisation_code
