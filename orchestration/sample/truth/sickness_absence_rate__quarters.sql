-- Days and rates of financial quarters: three months of the files by organisation, summed; a unit
-- that lacks a month has no quarter.
with quarters as (
    select
        units.definition_id,
        cast(date_trunc('quarter', units.month) as date) as period_start,
        units.geography_level,
        units.unit_code,
        sum(units.days_lost) as days_lost,
        sum(units.days_available) as days_available,
    from sickness_file_units as units
    group by all
    having count(distinct units.month) = 3
), measured as (
    select *, 'sickness_fte_days_lost' as measure_id, cast(days_lost as double) as value
    from quarters
    union all
    select *, 'sickness_fte_days_available', cast(days_available as double) from quarters
    union all
    select *, 'sickness_absence_rate_trusts', 100 * days_lost / days_available from quarters
)
select
    measure_id,
    definition_id,
    period_start,
    (period_start + interval 3 month - interval 1 day)::date as period_end,
    geography_level,
    unit_code as organisation_code,
    'all' as breakdown_type,
    'all' as breakdown_value,
    value,
    'observed' as availability_status,
from measured
