-- What trusts spend on pay, month by month, and how board papers and accounts print the year to date.
create table pay_months as
with paid as (
    select
        labels.month,
        labels.organisation_code,
        labels.organisation_name,
        labels.region_code,
        labels.icb_code,
        year(labels.month) - (month(labels.month) < 4)::int as financial_year,
        4650 * labels.fte * pow(1.04, financial_year - 2022)
        * (1 + 0.03 * bell(bits('pay|' || labels.organisation_code))) as total_pay,
        [0.045, 0.043, 0.041, 0.035, 0.044, 0.049, 0.041, 0.031][
            greatest(1, least(8, financial_year - 2016))
        ] * (1 + 0.25 * bell(bits('agency|' || labels.organisation_code))) as agency_share,
        0.062 * (1 + 0.2 * bell(bits('bank|' || labels.organisation_code))) as bank_share,
    from organisation_months as labels
    where labels.is_nhs_trust and labels.month >= make_date(getvariable('years_from') - 1, 4, 1)
)
select
    month,
    organisation_code,
    organisation_name,
    region_code,
    icb_code,
    financial_year,
    cast(round(total_pay) as bigint) as total_pay,
    cast(round(total_pay * agency_share) as bigint) as agency_spend,
    cast(round(total_pay * bank_share) as bigint) as bank_spend,
from paid;

-- Trusts that closed during the year still show what they spent in it.
create table pay_to_date as
with quarter_ends as (
    select distinct
        financial_year,
        month as last_month,
    from pay_months
    where month(month) % 3 = 0
)
select
    quarter_ends.financial_year,
    quarter_ends.last_month,
    cast((month(quarter_ends.last_month) + 8) % 12 // 3 + 1 as integer) as quarter,
    pay_months.organisation_code,
    max_by(pay_months.organisation_name, pay_months.month) as organisation_name,
    any_value(pay_months.region_code) as region_code,
    any_value(pay_months.icb_code) as icb_code,
    cast(sum(pay_months.total_pay) as bigint) as total_pay,
    cast(sum(pay_months.agency_spend) as bigint) as agency_spend,
    cast(sum(pay_months.bank_spend) as bigint) as bank_spend,
from quarter_ends
inner join pay_months
    on quarter_ends.financial_year = pay_months.financial_year
    and quarter_ends.last_month >= pay_months.month
group by all;

-- Board papers: millions with one decimal at first, thousands later.
create table board_finance as
with papers as (
    select
        *,
        case when financial_year < 2023 then 'million' else 'thousand' end as money_unit,
        thursday_within(last_day(last_month), 75) as published_on,
        case when financial_year < 2023 then 1e6 else 1e3 end as pounds,
        case when financial_year < 2023 then 1 else 0 end as decimals,
    from pay_to_date
    where financial_year >= getvariable('years_from')
)
select
    * replace (
        round(total_pay / pounds, decimals) as total_pay,
        round(agency_spend / pounds, decimals) as agency_spend,
        round(bank_spend / pounds, decimals) as bank_spend
    ),
    sum(total_pay) over paper / pounds as all_pay,
    sum(agency_spend) over paper / pounds as all_agency_spend,
    sum(bank_spend) over paper / pounds as all_bank_spend,
from papers
window paper as (partition by financial_year, quarter);

-- Accounts: audited, a little different, in thousands, by name only. Some names nobody knows.
create table account_totals as
select
    financial_year,
    make_date(financial_year + 1, 3, 31) as year_end,
    thursday_within(make_date(financial_year + 1, 3, 31), 330) as published_on,
    organisation_code,
    region_code,
    icb_code,
    organisation_name like '%Foundation Trust' as is_foundation_trust,
    even('tac name|' || organisation_code) < 0.02 as is_unknown_name,
    case
        when is_unknown_name then 'Synthetic Partnership of ' || organisation_code
        else organisation_name
    end as printed_name,
    1 + 0.004 * bell(bits('audit|' || organisation_code || financial_year)) as audit_factor,
    cast(round(total_pay * audit_factor / 1000) as bigint) as total_pay,
    cast(round(agency_spend * audit_factor / 1000) as bigint) as agency_spend,
    cast(round(bank_spend * audit_factor / 1000) as bigint) as bank_spend,
from pay_to_date
-- Those of 2023/24 are not out yet.
where quarter = 4 and financial_year < 2023;
