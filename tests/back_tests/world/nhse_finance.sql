-- Agency spend of financial years in tenths of a million, divided among the trusts; all other pay
-- is invented.
create view board_finance as
with years as (
    select
        year(period_start) as financial_year,
        published_on,
        printed / 100000 as agency_tenths,
        round(printed / 100000 / 0.06) as pay_tenths,
        round(printed / 100000 * 0.8) as bank_tenths,
    from known
    where measure_id = 'agency_spend_gbp'
)
select
    years.financial_year,
    years.published_on,
    4 as quarter,
    'million' as money_unit,
    1 as decimals,
    reporters.organisation_code,
    reporters.organisation_name,
    reporters.region_code,
    reporters.icb_code,
    part_of(pay_tenths, share_from, share_to) / 10 as total_pay,
    part_of(agency_tenths, share_from, share_to) / 10 as agency_spend,
    part_of(bank_tenths, share_from, share_to) / 10 as bank_spend,
    pay_tenths / 10 as all_pay,
    agency_tenths / 10 as all_agency_spend,
    bank_tenths / 10 as all_bank_spend,
from years
cross join reporters
where reporters.is_nhs_trust;
