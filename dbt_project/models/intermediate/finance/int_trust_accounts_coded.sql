-- Pay by trust from the accounts, with the organisation's code. Accounts give names only: a name
-- that belongs to one organisation of that year gives its code; others keep the name in the code's
-- place and are marked, so that England loses nobody.
with pay as (
    select * from {{ ref('int_trust_accounts_pay') }}
),

trusts as (
    select
        *,
        {{ name_key('organisation_name') }} as name_key
    from {{ ref('int_organisations_known') }}
    where is_nhs_trust
),

matches as (
    select
        pay.file_id,
        pay.organisation_name,
        min(trusts.organisation_code) as organisation_code,
        min(trusts.region_code) as region_code,
        min(trusts.icb_code) as icb_code
    from pay
    inner join trusts
        on
            pay.name_key = trusts.name_key
            and {{ was_known_on('trusts', 'pay.published_on') }}
            and pay.period_end >= coalesce(trusts.opened_on, pay.period_end)
            and pay.period_start <= coalesce(trusts.closed_on, pay.period_start)
    group by pay.file_id, pay.organisation_name
    having count(*) = 1
),

final as (
    select
        pay.period_start,
        pay.period_end,
        coalesce(matches.organisation_code, pay.organisation_name) as organisation_code,
        pay.organisation_name,
        matches.region_code,
        matches.icb_code,
        matches.organisation_code is not null as has_code,
        pay.agency_spend_gbp,
        pay.bank_spend_gbp,
        pay.total_pay_gbp,
        pay.is_synthetic,
        pay.published_on,
        pay.file_id
    from pay
    left join matches
        on
            pay.file_id = matches.file_id
            and pay.organisation_name = matches.organisation_name
)

select * from final
