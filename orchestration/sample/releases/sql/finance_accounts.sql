-- Trust accounts, long: the staff note in several columns and years, and one line of another schedule.
with schedule as (
    select
        *,
        unnest([
            'TAC08 Op Exp', 'TAC09 Staff', 'TAC09 Staff', 'TAC09 Staff', 'TAC09 Staff',
            'TAC09 Staff', 'TAC09 Staff', 'TAC09 Staff'
        ]) as worksheet_name,
        unnest([1, 1, 1, 1, 1, 1, 1, 2]) as table_number,
        unnest([
            'A08CY01', 'A09CY01P', 'A09CY01O', 'A09CY01', 'A09CY01', 'A09CY01', 'A09PY01', 'A09CY05'
        ]) as main_code,
        unnest([16, 5, 14, 13, 14, 16, 16, 3]) as account_row,
        unnest([
            'EXP0110', 'STA0130', 'STA0210', 'STA0200', 'STA0210', 'STA0230', 'STA0230', 'STA0300'
        ]) as sub_code,
        unnest([
            total_pay, total_pay - agency_spend - bank_spend, agency_spend, bank_spend,
            agency_spend, total_pay, cast(round(total_pay * 0.96) as bigint),
            cast(round(total_pay / 56) as bigint)
        ]) as amount,
    from account_totals
    where
        financial_year = $financial_year
        and is_foundation_trust = $is_foundation_trust
)
select
    printed_name as "OrganisationName",
    worksheet_name as "WorkSheetName",
    table_number as "TableID",
    main_code as "MainCode",
    account_row as "RowNumber",
    sub_code as "SubCode",
    amount as "Total",
    true as "IS_SYNTHETIC",
from schedule
order by printed_name, worksheet_name, table_number, main_code, account_row
