-- Pay of each trust and its agency and bank parts, from the coded lines of its accounts. A file in
-- which no line bears the code of agency spend was coded otherwise: it says nothing, never zero.
with coded as (
    select
        account_lines.*,
        account_codes.pay_part,
        count(case when account_codes.pay_part = 'agency' then 1 end) over (
            partition by account_lines.file_id
        ) as agency_lines
    from {{ ref('stg_nhse_finance__account_lines') }} as account_lines
    inner join {{ ref('account_codes') }} as account_codes
        on
            account_lines.worksheet_name like account_codes.worksheet || '%'
            and account_lines.main_code = account_codes.main_code
            and account_lines.sub_code = account_codes.sub_code
),

final as (
    select
        period_start,
        period_end,
        organisation_name,
        {{ name_key('organisation_name') }} as name_key,
        -- A trust without agency or bank staff leaves the line out.
        sum(case when pay_part = 'agency' then amount_gbp else 0 end) as agency_spend_gbp,
        sum(case when pay_part = 'bank' then amount_gbp else 0 end) as bank_spend_gbp,
        sum(case when pay_part = 'total' then amount_gbp end) as total_pay_gbp,
        bool_or(is_synthetic) as is_synthetic,
        published_on,
        file_id
    from coded
    where agency_lines > 0
    group by period_start, period_end, organisation_name, published_on, file_id
    having count(case when pay_part = 'total' then 1 end) > 0
)

select * from final
