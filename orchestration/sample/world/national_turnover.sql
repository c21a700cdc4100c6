-- Who joined and left active service within twelve months, by region and staff group, a quarter a
-- time: England's own count is less than the sum of its regions, as moves between them leave it.
create table turnover_years as
select
    month as closing_month,
    cast(month - interval 12 months as date) as opening_month,
    row_number() over (order by month) as quarter_number,
    -- Leaving peaked in 2022 and has fallen since.
    1 + 0.24 * greatest(0, 1 - date_diff('month', date '2022-09-01', month) / 24) as leaving_level,
from months
where
    month(month) % 3 = 0
    and month >= getvariable('turnover_from') - interval 10 months;

-- Regions' stocks at the ends of those years. National bodies stand apart, as group QZZ.
create table active_stocks as
select
    staff_months.month,
    organisations.reporting_region_code as region_code,
    staff_months.staff_group_id,
    sum(exact(staff_months.fte)) as fte,
    cast(floor(sum(exact(staff_months.fte)) / any_value(staff_groups.participation)) as bigint)
        as headcount,
from staff_months
inner join organisations
    on staff_months.organisation_code = organisations.organisation_code
inner join staff_groups
    on staff_months.staff_group_id = staff_groups.staff_group_id
where
    staff_months.month in (
        select closing_month from turnover_years union select opening_month from turnover_years
    )
group by all;

create table turnover_flows as
with ends as (
    select
        turnover_years.*,
        closing.region_code,
        closing.staff_group_id,
        closing.region_code || '|' || closing.staff_group_id || '|' || closing.month as flow_key,
        opening.headcount as start_headcount,
        closing.headcount as end_headcount,
        (opening.fte + closing.fte) / 2 as average_fte,
        staff_groups.participation,
        staff_groups.leaver_rate_pct * 12 / 100 * 0.94 * turnover_years.leaving_level as leaving,
    from turnover_years
    inner join active_stocks as closing
        on turnover_years.closing_month = closing.month
    inner join active_stocks as opening
        on turnover_years.opening_month = opening.month
        and closing.region_code = opening.region_code
        and closing.staff_group_id = opening.staff_group_id
    inner join staff_groups
        on closing.staff_group_id = staff_groups.staff_group_id
), regions_flows as (
    select
        * exclude (leaving),
        -- Nobody joins a negative number of times: a stock that shrinks more has more leavers.
        greatest(
            start_headcount - end_headcount,
            whole(
                (start_headcount + end_headcount) / 2 * leaving
                * (1 + 0.06 * bell(bits('active|' || flow_key))),
                'active leavers|' || flow_key
            )
        ) as leavers,
    from ends
), region_lines as (
    select
        closing_month,
        opening_month,
        quarter_number,
        region_code,
        staff_group_id,
        cast(sum(start_headcount) as bigint) as start_headcount,
        cast(sum(end_headcount) as bigint) as end_headcount,
        cast(sum(leavers) as bigint) as leavers,
        cast(sum(average_fte) as double) as average_fte,
        cast(sum(exact(leavers * participation * 0.94)) as double) as leavers_fte,
        cast(sum(exact(
            (leavers + end_headcount - start_headcount) * participation * 0.96
        )) as double) as joiners_fte,
    from regions_flows
    group by grouping sets (
        (closing_month, opening_month, quarter_number, region_code, staff_group_id),
        (closing_month, opening_month, quarter_number, region_code),
        (closing_month, opening_month, quarter_number, staff_group_id),
        (closing_month, opening_month, quarter_number)
    )
)
select
    closing_month,
    opening_month,
    quarter_number,
    coalesce(region_code, 'E92000001') as region_code,
    coalesce(staff_group_id, 0) as staff_group_id,
    start_headcount,
    end_headcount,
    -- One in twelve who leave a region joins another one.
    leavers - if(region_code is null, leavers // 12, 0) as leavers,
    -- What came in too late for the first release.
    (leavers - if(region_code is null, leavers // 12, 0)) // 300 as late_leavers,
    average_fte,
    leavers_fte * if(region_code is null, 11 / 12, 1) as leavers_fte,
    joiners_fte * if(region_code is null, 11 / 12, 1) as joiners_fte,
from region_lines;

-- Rates that the invented national body quotes of its own management: about three quarters of it.
create table management_rates as
select
    cast(closing_month + to_months(months_later) as date) as month,
    round(75 * leavers / ((start_headcount + end_headcount) / 2), 1) as leaver_rate_pct,
from turnover_flows
inner join (values (1, -1), (6, 0)) as quoted (quarter_number, months_later)
    using (quarter_number)
where region_code = 'E92000001' and staff_group_id = 0;
