-- Pay and its agency and bank parts by trust, from April to the end of a quarter, in pounds. Board
-- papers count in millions or thousands: their title says which.
with source as (
    select * from {{ source('raw', 'nhse_finance__pay_to_date') }}
),

measured as (
    select
        *,
        case
            when lower(trim(money_unit)) in ('million', 'm') then 1000000 else 1000
        end as pounds
    from source
),

final as (
    select
        {{ year_start('financial_year', 4) }} as period_start,
        {{ financial_quarter_end('financial_year', 'quarter') }} as period_end,
        lower(trim(organisation_name)) = 'total' as is_total,
        {{ trimmed('region_code') }} as region_code,
        {{ tidied('region_name') }} as region_name,
        {{ trimmed('icb_code') }} as icb_code,
        {{ trimmed('organisation_code') }} as organisation_code,
        case
            when lower(trim(organisation_name)) <> 'total' then {{ tidied('organisation_name') }}
        end as organisation_name,
        round(pounds * {{ number('agency_spend') }}) as agency_spend_gbp,
        round(pounds * {{ number('bank_spend') }}) as bank_spend_gbp,
        round(pounds * {{ number('total_pay') }}) as total_pay_gbp,
        {{ availability_status('total_pay', blank='not_collected') }} as availability_status,
        {{ provenance() }}
    from measured
)

select * from final
