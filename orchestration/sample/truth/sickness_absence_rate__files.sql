-- Days and rates of the monthly files and archives: which month is in which file, as printed there.
with files as (
    select
        lines.month,
        lines.month_end,
        lines.organisation_code,
        organisations.is_nhs_trust,
        if(lines.month < date '2020-04-01', null, lines.region_code) as region_code,
        if(lines.month < date '2022-08-01', null, nullif(lines.icb_code, lines.region_code))
            as icb_code,
        if(lines.month < date '2022-04-01', lines.older_cluster_group, lines.cluster_group)
            as organisation_type,
        -- The older archive rounds days; a month that was revised stands as it was sent again.
        case
            when lines.month < date '2020-04-01' then to_hundredths(lines.fte_days_lost)
            when lines.month = getvariable('revised_month') then lines.fte_days_lost
            else lines.fte_days_lost_at_first
        end as days_lost,
        if(
            lines.month < date '2020-04-01',
            to_hundredths(lines.fte_days_available), lines.fte_days_available
        ) as days_available,
    from sickness_lines as lines
    inner join organisations
        on lines.organisation_code = organisations.organisation_code
    where lines.month >= date '2018-04-01'
), units as (
    select *, 'england' as geography_level, 'E92000001' as unit_code from files
    union all
    select *, 'region', region_code from files where region_code is not null
    union all
    select *, 'icb', icb_code from files where icb_code is not null
    union all
    select *, 'organisation', organisation_code from files
), cells as (
    select
        definitions.definition_id,
        units.month,
        units.month_end,
        units.geography_level,
        units.unit_code,
        breakdowns.breakdown_type,
        if(breakdowns.breakdown_type = 'all', 'all', units.organisation_type) as breakdown_value,
        sum(units.days_lost) as days_lost,
        sum(units.days_available) as days_available,
    from units
    inner join (values ('all_organisations', false), ('nhs_trusts', true))
        as definitions (definition_id, is_trusts_only)
        on units.is_nhs_trust or not definitions.is_trusts_only
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
