-- The months of the invented world: their lengths, seasons, revisions and national levels.
create table months as
with span as (
    select cast(unnest(generate_series(
        date '2009-04-01', getvariable('last_month'), interval 1 month
    )) as date) as month
)
select
    span.month,
    last_day(span.month) as month_end,
    day(last_day(span.month)) as days,
    seasons.joiner_factor,
    seasons.leaver_factor,
    seasons.sickness_factor * coalesce(shocks.sickness_factor, 1) as sickness_factor,
    -- First releases of these months undercounted: later releases raised them.
    span.month between date '2021-10-01' and date '2022-03-01'
    or span.month = getvariable('revised_month') as is_revised,
from span
inner join seasons
    on month(span.month) = seasons.month_of_year
left join shocks
    on span.month = shocks.month;

-- Straight lines between the anchor points of each national trend.
create table trend_months as
with stretches as (
    select
        series,
        month as starts_on,
        value as start_value,
        lead(month) over following as ends_on,
        lead(value) over following as end_value,
    from trends
    window following as (partition by series order by month)
)
select
    stretches.series,
    months.month,
    stretches.start_value
    + (stretches.end_value - stretches.start_value)
    * date_diff('month', stretches.starts_on, months.month)
    / date_diff('month', stretches.starts_on, stretches.ends_on) as level,
from months
inner join stretches
    on months.month >= stretches.starts_on
    and months.month < stretches.ends_on;
