-- Agency spend and pay since April: accounts where they are out, board papers else, as printed.
with printed as (
    select
        financial_year,
        last_day(last_month) as period_end,
        published_on,
        organisation_code,
        region_code,
        icb_code,
        round(total_pay * pounds) as total_pay,
        round(agency_spend * pounds) as agency_spend,
        round(bank_spend * pounds) as bank_spend,
    from board_finance
    union all
    select
        financial_year,
        year_end,
        published_on,
        if(is_unknown_name, printed_name, organisation_code),
        if(is_unknown_name, null, region_code),
        if(is_unknown_name, null, icb_code),
        1000 * total_pay,
        1000 * agency_spend,
        1000 * bank_spend,
    from account_totals
), units as (
    select *, 'england' as geography_level, 'E92000001' as unit_code, from printed
    union all
    select *, 'region', region_code, from printed where region_code is not null
    union all
    select *, 'icb', icb_code, from printed where icb_code is not null
    union all
    select *, 'organisation', organisation_code, from printed
), newest as (
    select
        make_date(financial_year, 4, 1) as period_start,
        period_end,
        geography_level,
        unit_code as organisation_code,
        sum(total_pay) as total_pay,
        sum(agency_spend) as agency_spend,
        sum(total_pay - agency_spend - bank_spend) as substantive_pay,
    from units
    group by financial_year, period_end, published_on, geography_level, unit_code
    qualify row_number() over (
        partition by period_end, geography_level, unit_code order by published_on desc
    ) = 1
)
select
    unnest([
        'agency_spend_share_of_pay_ytd',
        'agency_spend_share_of_pay_ytd',
        'agency_spend_gbp',
        'total_pay_gbp'
    ]) as measure_id,
    unnest([
        'of_total_pay', 'of_substantive_pay', 'financial_year_to_date', 'financial_year_to_date'
    ]) as definition_id,
    period_start,
    period_end,
    geography_level,
    organisation_code,
    'all' as breakdown_type,
    'all' as breakdown_value,
    unnest([
        100 * agency_spend / total_pay,
        100 * agency_spend / substantive_pay,
        agency_spend,
        total_pay
    ])::double as value,
    'observed' as availability_status,
from newest
