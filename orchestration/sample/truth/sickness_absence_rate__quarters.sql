-- Days and rates of financial quarters: three months of the files by organisation, summed; a unit
-- that lacks a month has no quarter.
with files as (
    select
        lines.month,
        organisations.is_nhs_trust,
        lines.organisation_code,
        if(lines.month < date '2020-04-01', null, lines.region_code) as region_code,
        if(lines.month < date '2022-08-01', null, nullif(lines.icb_code, lines.region_code))
            as icb_code,
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
), quarters as (
    select
        definitions.definition_id,
        cast(date_trunc('quarter', units.month) as date) as period_start,
        units.geography_level,
        units.unit_code,
        sum(units.days_lost) as days_lost,
        sum(units.days_available) as days_available,
    from units
    inner join (values ('all_organisations', false), ('nhs_trusts', true))
        as definitions (definition_id, is_trusts_only)
        on units.is_nhs_trust or not definitions.is_trusts_only
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
