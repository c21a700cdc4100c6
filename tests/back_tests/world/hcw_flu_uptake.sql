-- Frontline healthcare workers and those vaccinated, divided among the trusts. Where people were
-- not printed, as many are invented as the printed uptake is of. A season that was restated is
-- released again.
create table flu_seasons as
with seasons_printed as (
    select
        published_on,
        period_start,
        period_end,
        coalesce(max(denominator), 1160000) as frontline_hcws,
        coalesce(max(numerator), round(max(printed) / 100 * 1160000)) as vaccinated,
    from known
    where measure_id = 'hcw_flu_uptake_pct'
    group by all
)
select
    *,
    year(period_start) as season,
    5 + row_number() over (partition by period_start order by published_on) as stage,
from seasons_printed;

create view flu_releases as
select
    season,
    stage,
    period_start as first_day,
    period_end as last_day,
    published_on,
from flu_seasons;

create view flu_returns as
select
    seasons.season,
    seasons.stage,
    reporters.organisation_code,
    reporters.organisation_name,
    reporters.region_code,
    reporters.icb_code,
    part_of(seasons.frontline_hcws, share_from, share_to) as frontline_hcws,
    part_of(seasons.vaccinated, share_from, share_to) as vaccinated,
    false as is_hidden,
from flu_seasons as seasons
cross join reporters
where reporters.is_nhs_trust;

create view flu_staff_groups as
with groups as (
    select
        unnest([1, 2, 3]) as group_order,
        unnest(['Doctors', 'Nurses, midwives and health visitors', 'Support to clinical staff'])
            as staff_group,
        unnest([0, 0.15, 0.6]) as share_from,
        unnest([0.15, 0.6, 1]) as share_to,
)
select
    seasons.season,
    seasons.stage,
    groups.group_order,
    groups.staff_group,
    part_of(seasons.frontline_hcws, share_from, share_to) as frontline_hcws,
    part_of(seasons.vaccinated, share_from, share_to) as vaccinated,
from flu_seasons as seasons
cross join groups;
