-- Days and rates of the benchmarking files: organisations' totals, and their staff groups where the
-- days available are more than 330.
with lines as (
    select
        sickness.month,
        months.month_end,
        lines.organisation_code,
        organisations.is_nhs_trust,
        lines.region_code,
        -- Boards are printed since August 2022.
        if(sickness.month < date '2022-08-01', null, nullif(lines.icb_code, lines.region_code))
            as icb_code,
        lines.benchmark_group,
        sickness.staff_group,
        sickness.days_lost,
        sickness.days_available,
    from (
        select
            month, organisation_code, null as staff_group,
            fte_days_lost_at_first as days_lost, fte_days_available as days_available,
        from organisation_sickness
        union all
        select
            cells.month, cells.organisation_code, staff_groups.staff_group,
            if(cells.fte_days_available > 330, cells.fte_days_lost_at_first, null),
            if(cells.fte_days_available > 330, cells.fte_days_available, null),
        from sickness_months as cells
        inner join staff_groups on cells.staff_group_id = staff_groups.staff_group_id
    ) as sickness
    inner join sickness_lines as lines
        on sickness.month = lines.month and sickness.organisation_code = lines.organisation_code
    inner join organisations on lines.organisation_code = organisations.organisation_code
    inner join months on sickness.month = months.month
    where sickness.month >= if(
        getvariable('has_benchmarking_archive'), date '2018-04-01', getvariable('benchmarking_from')
    )
), units as (
    select *, 'england' as geography_level, 'E92000001' as unit_code from lines
    union all
    select *, 'region', region_code from lines
    union all
    select *, 'icb', icb_code from lines where icb_code is not null
    union all
    select *, 'organisation', organisation_code from lines
), cells as (
    select
        definitions.definition_id || '_benchmarking' as definition_id,
        units.month,
        units.month_end,
        units.geography_level,
        units.unit_code,
        breakdowns.breakdown_type,
        case breakdowns.breakdown_type
            when 'all' then 'all'
            when 'benchmark_group' then units.benchmark_group
            else units.staff_group
        end as breakdown_value,
        sum(units.days_lost) as days_lost,
        sum(units.days_available) as days_available,
    from units
    inner join (values ('all_organisations', false), ('nhs_trusts', true))
        as definitions (definition_id, is_trusts_only)
        on units.is_nhs_trust or not definitions.is_trusts_only
    inner join (values ('all'), ('benchmark_group'), ('staff_group')) as breakdowns (breakdown_type)
        on (units.staff_group is not null) = (breakdowns.breakdown_type = 'staff_group')
        and (breakdowns.breakdown_type <> 'benchmark_group'
            or units.geography_level <> 'organisation')
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
    if(value is null, 'suppressed_source', 'observed') as availability_status,
from measured
