-- Trusts that are open on the days that quarterly returns are of, as the trust register has them.
create table open_trusts as
select
    months.month_end as quarter_end,
    organisations.organisation_code,
    organisation_months.organisation_name,
    organisations.region_code,
    organisations.icb_code,
    organisations.organisation_code || '|' || months.month_end as return_key,
from months
inner join organisations
    on months.month_end between
        organisations.opened_on and coalesce(organisations.closed_on, months.month_end)
    and organisations.kind = 'trust'
inner join organisation_months
    on months.month = organisation_months.month
    and organisations.organisation_code = organisation_months.organisation_code
where month(months.month) % 3 = 0;
