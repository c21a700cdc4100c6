-- Where the monthly files and the workbook of one release day hold the same organisation and month,
-- the rate that the workbook prints is the rate of the days in the files, within rounding.
{{ config(severity='warn') }}

with days as (
    select
        published_on,
        organisation_code,
        period_start,
        sum(fte_days_lost) as fte_days_lost,
        sum(fte_days_available) as fte_days_available
    from {{ ref('stg_sickness_absence__organisation_months') }}
    group by published_on, organisation_code, period_start
),

printed as (
    select *
    from {{ ref('stg_sickness_absence__organisation_series') }}
    where availability_status = 'observed' and not is_total
),

final as (
    select
        printed.organisation_code,
        printed.period_start,
        printed.published_on,
        printed.sickness_absence_rate_pct,
        100 * days.fte_days_lost / days.fte_days_available as rate_of_days_pct
    from printed
    inner join days
        on
            printed.organisation_code = days.organisation_code
            and printed.period_start = days.period_start
            and printed.published_on = days.published_on
    where
        days.fte_days_available > 0
        and abs(
            printed.sickness_absence_rate_pct - 100 * days.fte_days_lost / days.fte_days_available
        ) > 0.0051
)

select * from final
