-- The accounts of a year as known on each day that some were published: those of NHS trusts and of
-- foundation trusts are files of their own, and neither is England.
with accounts as (
    select * from {{ ref('int_trust_accounts_coded') }}
),

releases as (
    select
        period_end,
        published_on,
        max(file_id) as file_id
    from accounts
    group by period_end, published_on
),

known as (
    select
        accounts.period_start,
        accounts.period_end,
        accounts.organisation_code,
        accounts.organisation_name,
        accounts.region_code,
        accounts.icb_code,
        accounts.agency_spend_gbp,
        accounts.bank_spend_gbp,
        accounts.total_pay_gbp,
        accounts.is_synthetic,
        releases.published_on,
        releases.file_id,
        row_number() over (
            partition by releases.published_on, accounts.period_end, accounts.organisation_name
            order by accounts.published_on desc, accounts.file_id desc
        ) as recency
    from releases
    inner join accounts
        on
            releases.period_end = accounts.period_end
            and releases.published_on >= accounts.published_on
),

final as (
    select * from known
    where recency = 1
)

select * from final
