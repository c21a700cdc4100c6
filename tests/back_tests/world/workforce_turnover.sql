-- Leavers from active service over average staff, by year, region and staff group. Where people
-- were not printed, as many are invented as the printed rate is of.
create table turnover_totals as
with known_rates as (
    select
        published_on,
        cast(date_trunc('month', period_end) as date) as closing_month,
        case when breakdown_type = 'staff_group' then breakdown_value end as staff_group,
        max(printed) filter (series_id = 'leaver_rate_official_headcount') as leaver_rate_pct,
        max(printed) filter (series_id = 'leavers_official_headcount') as leavers,
    from known
    where series_id in ('leaver_rate_official_headcount', 'leavers_official_headcount')
    group by all
), years as (
    select distinct published_on, closing_month from known_rates
), groups as (
    select staff_group_id, staff_group, 100000 as staff from staff_groups
    union all
    select null, null, 1300000
)
select
    years.published_on,
    years.closing_month,
    groups.staff_group_id,
    groups.staff,
    coalesce(
        known_rates.leavers, round(coalesce(known_rates.leaver_rate_pct, 11) / 100 * groups.staff)
    ) as leavers,
from years
cross join groups
left join known_rates
    on years.closing_month = known_rates.closing_month
    and groups.staff_group is not distinct from known_rates.staff_group;

create view turnover_flows as
with shares as (
    select region_code, share_from, share_to from region_shares
    union all
    select 'E92000001', 0, 1
), parts as (
    select
        totals.closing_month,
        totals.staff_group_id,
        shares.region_code,
        part_of(totals.staff, shares.share_from, shares.share_to) as staff,
        part_of(totals.leavers, shares.share_from, shares.share_to) as leavers,
        part_of(0.88 * totals.staff, shares.share_from, shares.share_to) as average_fte,
    from turnover_totals as totals
    cross join shares
    where totals.published_on = getvariable('published_on')
)
select
    *,
    cast(closing_month - interval 1 year as date) as opening_month,
    staff as start_headcount,
    staff as end_headcount,
    0 as late_leavers,
    leavers - 1 as joiners_fte,
    leavers - 1 as leavers_fte,
from parts;

create view management_rates as
select
    cast(date_trunc('month', period_end) as date) as month,
    printed as leaver_rate_pct,
from known
where
    measure_id = 'leaver_rate_nhse_management'
    and published_on = getvariable('published_on');
