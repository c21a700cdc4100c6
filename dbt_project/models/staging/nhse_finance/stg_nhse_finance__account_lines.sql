-- Lines of the accounts schedules that trusts fill in after the year's end. No row says its year:
-- it is the last financial year that ended before the day of publication.
with source as (
    select * from {{ source('raw', 'nhse_finance__trust_accounts') }}
),

dated as (
    select
        *,
        make_date(
            year(published_on) - case when month(published_on) < 4 then 1 else 0 end, 3, 31
        ) as year_end
    from source
),

final as (
    select
        {{ add_months(first_day('year_end'), -11) }} as period_start,
        year_end as period_end,
        {{ tidied('organisation_name') }} as organisation_name,
        {{ tidied('worksheet_name') }} as worksheet_name,
        {{ tidied('table_id') }} as account_table_id,
        upper({{ trimmed('main_code') }}) as main_code,
        cast({{ number('account_row') }} as integer) as account_row,
        upper({{ trimmed('sub_code') }}) as sub_code,
        round(1000 * {{ number('total_thousands') }}) as amount_gbp,
        {{ availability_status('total_thousands', blank='not_collected') }} as availability_status,
        {{ provenance() }}
    from dated
)

select * from final
