-- Pounds spent on pay since April, and on agency and bank staff among it, for each reporting unit:
-- board papers through the year, audited accounts after it. Each is the year to date as its source
-- gives it; quarters are never added.
{%- set columns = [
    'period_start', 'period_end', 'region_code', 'icb_code', 'organisation_code',
    'agency_spend_gbp', 'bank_spend_gbp', 'total_pay_gbp', 'is_synthetic', 'published_on',
    'file_id',
] %}

with pay as (
    select
        {{ columns | join(',\n        ') }},
        true as is_provisional
    from {{ ref('stg_nhse_finance__pay_to_dates') }}
    where not is_total

    union all

    select
        {{ columns | join(',\n        ') }},
        false as is_provisional
    from {{ ref('int_trust_accounts_known') }}
),

cells as (
    {{ in_every_reporting_unit('pay', ['england', 'region', 'icb', 'organisation']) }}
),

final as (
    select
        period_start,
        period_end,
        geography_level,
        unit_code as organisation_code,
        min(unit_icb_code) as icb_code,
        min(unit_region_code) as region_code,
        {{ exact_sum('agency_spend_gbp') }} as agency_spend_gbp,
        {{ exact_sum('bank_spend_gbp') }} as bank_spend_gbp,
        {{ exact_sum('total_pay_gbp') }} as total_pay_gbp,
        is_provisional,
        bool_or(is_synthetic) as is_synthetic,
        published_on,
        file_id
    from cells
    group by
        period_start, period_end, geography_level, unit_code, is_provisional, published_on,
        file_id
)

select * from final
