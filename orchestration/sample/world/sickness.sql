-- Days lost to sickness and days available, by organisation, staff group and month.
-- Whole hundred-thousandths of a day: sums of decimals are exact whatever their order.
create table sickness_months as
with rated as (
    select
        staff_months.*,
        months.days,
        months.is_revised,
        staff_groups.sickness_rate_pct / 100
        * regions.sickness_factor
        * organisations.sickness_factor
        * (
            1 + staff_groups.shock_sensitivity
            * (levels.level * months.sickness_factor - 1)
        ) as expected_rate,
        -- The rate of a handful of people swings widely, that of thousands hardly.
        1 + 2.4 / sqrt(staff_months.fte + 4) * bell(bits('rate|' || drawn)) as luck,
    from staff_months
    inner join months
        on staff_months.month = months.month
    inner join staff_groups
        on staff_months.staff_group_id = staff_groups.staff_group_id
    inner join organisations
        on staff_months.organisation_code = organisations.organisation_code
    inner join regions
        on organisations.reporting_region_code = regions.region_code
    inner join trend_months as levels
        on staff_months.month = levels.month
        and levels.series = 'sickness'
), counted as (
    select
        *,
        cast(fte * days * (0.998 + 0.004 * (drawn & 1023) / 1023) as decimal(18, 5))
            as fte_days_available,
        greatest(0, least(0.45, expected_rate * luck)) as rate,
    from rated
)
select
    month,
    organisation_code,
    staff_group_id,
    fte_days_available,
    cast(fte_days_available * rate as decimal(18, 5)) as fte_days_lost,
    -- What the month's first release said: revised months had been undercounted.
    cast(
        fte_days_available * rate * case when is_revised then 0.996 else 1 end
        as decimal(18, 5)
    ) as fte_days_lost_at_first,
from counted;

create table organisation_sickness as
select
    month,
    organisation_code,
    sum(fte_days_available) as fte_days_available,
    sum(fte_days_lost) as fte_days_lost,
    sum(fte_days_lost_at_first) as fte_days_lost_at_first,
from sickness_months
group by month, organisation_code;
