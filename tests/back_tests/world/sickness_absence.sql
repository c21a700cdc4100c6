-- Days lost and available, all organisations and NHS trusts, for every month that a figure is of.
-- Where days were not printed they are invented so that the printed rate follows from them; a rate
-- of a year is spread over months that differ.
create table sickness_totals as
with rates as (
    select
        *,
        datediff('month', period_start, period_end) + 1 as month_count,
        definition_id = 'all_organisations' as is_of_all,
    from known
    where measure_id = 'sickness_absence_rate_trusts'
), single_months as (
    select
        published_on,
        period_start as month,
        coalesce(max(denominator) filter (is_of_all), 1250000 * day(last_day(period_start)))
            as available,
        coalesce(max(numerator) filter (is_of_all), round(
            max(printed) filter (is_of_all) / 100 * 1250000 * day(last_day(period_start))
        )) as lost,
        max(denominator) filter (not is_of_all) as trusts_available,
        max(numerator) filter (not is_of_all) as trusts_lost,
    from rates
    where month_count = 1
    group by published_on, period_start
), year_months as (
    select
        rates.published_on,
        rates.printed,
        cast(months.month as date) as month,
        1250000 * day(last_day(months.month)) as available,
        single_months.lost as known_lost,
        if(single_months.lost is null, seasons.sickness_factor, 0) as weight,
    from rates
    cross join generate_series(rates.period_start, rates.period_end, interval 1 month)
        as months (month)
    inner join seasons
        on month(months.month) = seasons.month_of_year
    left join single_months
        on rates.published_on = single_months.published_on
        and months.month = single_months.month
    where rates.month_count = 12
), spread as (
    select
        *,
        sum(available) over yearly * printed / 100 - coalesce(sum(known_lost) over yearly, 0)
            as rest,
        sum(weight) over running / sum(weight) over yearly as share_to,
        (sum(weight) over running - weight) / sum(weight) over yearly as share_from,
    from year_months
    window
        yearly as (partition by published_on),
        running as (partition by published_on order by month)
), all_months as (
    select * from single_months
    union all by name
    select
        published_on,
        month,
        available,
        part_of(rest, share_from, share_to) as lost,
    from spread
    where known_lost is null
)
select
    published_on,
    month,
    available,
    lost,
    coalesce(trusts_available, round(0.95 * available)) as trusts_available,
    coalesce(trusts_lost, round(0.955 * lost)) as trusts_lost,
from all_months;

-- What the sample's layouts print: the organisations' parts, in the release being written.
create view sickness_lines as
with parts as (
    select
        totals.month,
        reporters.*,
        part_of(
            if(is_nhs_trust, trusts_available, available - trusts_available), share_from, share_to
        ) as fte_days_available,
        part_of(if(is_nhs_trust, trusts_lost, lost - trusts_lost), share_from, share_to)
            as fte_days_lost,
    from sickness_totals as totals
    cross join reporters
    where totals.published_on = getvariable('published_on')
)
select
    parts.month,
    last_day(parts.month) as month_end,
    parts.organisation_code,
    parts.organisation_name,
    parts.cluster_group,
    parts.older_cluster_group,
    parts.reporting_region_code as region_code,
    parts.reporting_icb_code as icb_code,
    parts.hee_region_code,
    regions.region_name,
    if(
        parts.reporting_icb_code = 'QZZ',
        'Special Health Authorities and other statutory bodies',
        'NHS Synthetic ' || areas.geography || ' ICB'
    ) as icb_name,
    hee_regions.hee_region_name,
    cast(parts.fte_days_available as decimal(18, 5)) as fte_days_available,
    cast(parts.fte_days_lost as decimal(18, 5)) as fte_days_lost,
    cast(parts.fte_days_lost as decimal(18, 5)) as fte_days_lost_at_first,
from parts
inner join regions
    on parts.reporting_region_code = regions.region_code
inner join areas
    on parts.icb_code = areas.icb_code
inner join hee_regions
    on parts.hee_region_code = hee_regions.hee_region_code;
