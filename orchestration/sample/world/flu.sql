-- Flu vaccination of frontline staff: returns of trusts and companies, run up over each season.
-- Five provisional months, the final figures, and a revision when those of the next year come.
create table flu_releases as
with seasons as (
    select unnest(range(getvariable('years_from'), year(getvariable('last_month')))) as season
), stages as (
    select
        seasons.season,
        unnest([1, 2, 3, 4, 5, 6, 7]) as stage,
        unnest([0.45, 0.75, 0.88, 0.95, 0.985, 1.0, 1.012]) as progress,
    from seasons
), dated as (
    select
        *,
        last_day(make_date(season, 10, 1) + to_months(least(stage, 5) - 1)) as last_day,
        last_day(make_date(season + 1, 2, 1)) as season_end,
    from stages
)
select
    season,
    stage,
    progress,
    make_date(season, 9, 1) as first_day,
    last_day,
    season_end,
    case
        when stage <= 5 then thursday_within(last_day, 28)
        when stage = 6 then thursday_within(season_end, 90)
        else thursday_within(last_day(make_date(season + 2, 2, 1)), 90)
    end as published_on,
from dated
-- The last season has no season after it yet.
where stage <= 6 or season < year(getvariable('last_month')) - 1;

create table flu_returns as
with staffed as (
    select
        flu_releases.season,
        flu_releases.stage,
        flu_releases.progress,
        labels.organisation_code,
        labels.organisation_name,
        labels.region_code,
        labels.icb_code,
        cast(floor(0.78 * labels.fte) as bigint) as frontline_hcws,
        even('flu return|' || labels.organisation_code || flu_releases.season) as late_draw,
        least(
            0.97,
            [0.703, 0.743, 0.768, 0.605, 0.494, 0.428, 0.375][
                greatest(1, least(7, flu_releases.season - 2017))
            ]
            * (1 + 0.2 * bell(bits('flu|' || labels.organisation_code || flu_releases.season)))
        ) as uptake,
    from flu_releases
    inner join organisation_months as labels
        -- Who employs them in October returns them all season: a merger within it moves nobody.
        on labels.month = make_date(flu_releases.season, 10, 1)
        and labels.kind in ('trust', 'care_trust', 'company')
)
select
    * exclude (progress, late_draw, uptake),
    cast(floor(frontline_hcws * least(0.98, uptake * progress)) as bigint) as vaccinated,
    frontline_hcws < 100 as is_hidden,
from staffed
-- Some never answered until the figures were revised.
where late_draw >= 0.05 or stage = 7;

-- England by staff group: shares of the staff, the last group taking what is left.
create table flu_staff_groups as
with totals as (
    select
        season,
        stage,
        cast(sum(frontline_hcws) as bigint) as frontline_hcws,
        cast(sum(vaccinated) as bigint) as vaccinated,
    from flu_returns
    group by season, stage
), parts as (
    select
        totals.*,
        unnest([1, 2, 3, 4]) as group_order,
        unnest([
            'Doctors',
            'Nurses, midwives and health visitors',
            'Other professionally qualified clinical staff',
            'Support to clinical staff'
        ]) as staff_group,
        unnest([0.13, 0.35, 0.17, 0]) as staff_share,
        unnest([0.15, 0.34, 0.19, 0]) as vaccinated_share,
    from totals
)
select
    season,
    stage,
    group_order,
    staff_group,
    case
        when group_order < 4 then cast(floor(frontline_hcws * staff_share) as bigint)
        else frontline_hcws - cast(sum(floor(frontline_hcws * staff_share)) over release as bigint)
    end as frontline_hcws,
    case
        when group_order < 4 then cast(floor(vaccinated * vaccinated_share) as bigint)
        else vaccinated - cast(sum(floor(vaccinated * vaccinated_share)) over release as bigint)
    end as vaccinated,
from parts
window release as (partition by season, stage);
