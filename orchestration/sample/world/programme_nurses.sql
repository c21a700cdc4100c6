-- Nurses on the days that the 50,000 programme announced, by setting, in whole equivalents.
create table programme_nurses as
with trusts as (
    select
        staff_months.month,
        round(sum(exact(staff_months.fte))) as fte,
    from staff_months
    inner join organisations
        on staff_months.organisation_code = organisations.organisation_code
    inner join staff_groups
        on staff_months.staff_group_id = staff_groups.staff_group_id
    where
        staff_groups.mix_name = 'nurses'
        and organisations.kind <> 'company'
        and staff_months.month in (date '2019-09-01', date '2022-08-01', date '2023-09-01')
    group by staff_months.month
), settings as (
    select
        month,
        unnest(['NHS trusts and core organisations', 'General practice']) as scope,
        unnest([fte, round(fte * 0.055)]) as fte,
    from trusts
)
select
    last_day(month) as snapshot_on,
    scope,
    cast(fte as bigint) as fte,
from settings
union all
select
    last_day(month),
    'Programme',
    cast(sum(fte) as bigint),
from settings
group by month;
