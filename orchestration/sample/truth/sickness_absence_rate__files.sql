-- Days and rates of the monthly files and archives: which month is in which file, as printed there.
with cells as (
    select
        units.definition_id,
        units.month,
        units.month_end,
        units.geography_level,
        units.unit_code,
        breakdowns.breakdown_type,
        if(breakdowns.breakdown_type = 'all', 'all', units.organisation_type) as breakdown_value,
        sum(units.days_lost) as days_lost,
        sum(units.days_available) as days_available,
    from sickness_file_units as units
    inner join (values ('all'), ('organisation_type')) as breakdowns (breakdown_type)
        on breakdowns.breakdown_type = 'all' or units.geography_level <> 'organisation'
    group by all
), measured as (
    select *, 'sickness_fte_days_lost' as measure_id, cast(days_lost as double) as value
    from cells
    union all
    select *, 'sickness_fte_days_available', cast(days_available as double) from cells
    union all
    select *, 'sickness_absence_rate_trusts', 100 * days_lost / days_available from cells
)
select
    measure_id,
    definition_id,
    month as period_start,
    month_end as period_end,
    geography_level,
    unit_code as organisation_code,
    breakdown_type,
    breakdown_value,
    value,
    'observed' as availability_status,
from measured
-- Rates of all organisations stand in the newest workbook as well, which was published later, but
-- for the months that came out with it.
where not (
    measure_id = 'sickness_absence_rate_trusts'
    and definition_id = 'all_organisations'
    and month not in (getvariable('last_month'), getvariable('revised_month'))
    and (
        (breakdown_type = 'all' and geography_level in ('england', 'region', 'organisation'))
        or (
            geography_level = 'england'
            and breakdown_value in ('Acute', 'Ambulance', 'Commissioning Support Unit',
                'Community Provider Trust', 'Mental Health and Learning Disability', 'Others')
        )
    )
)
