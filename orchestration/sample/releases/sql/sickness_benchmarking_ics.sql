-- The monthly benchmarking file: a total for each organisation, small staff groups left blank.
with cells as (
    select
        organisation_code,
        staff_group_id,
        fte_days_available,
        if($is_first_release, fte_days_lost_at_first, fte_days_lost) as fte_days_lost,
    from sickness_months
    where month = $month
), blanked as (
    select
        organisation_code,
        staff_groups.sickness_order,
        if($month < date '2024-05-01', staff_groups.older_label, staff_groups.staff_group)
            as staff_group,
        if(fte_days_available > 330, fte_days_available, null) as fte_days_available,
        if(fte_days_available > 330, fte_days_lost, null) as fte_days_lost,
    from cells
    inner join staff_groups
        on cells.staff_group_id = staff_groups.staff_group_id
    union all
    select
        organisation_code,
        0,
        'All staff groups',
        sum(fte_days_available),
        sum(fte_days_lost),
    from cells
    group by organisation_code
)
select
    day_first(lines.month_end) as "DATE",
    lines.region_code as "NHSE_REGION_CODE",
    lines.region_name as "NHSE_REGION_NAME",
    lines.icb_code as "ICS_CODE",
    lines.icb_name as "ICS_NAME",
    organisation_code as "ORG_CODE",
    lines.organisation_name as "ORG_NAME",
    lines.cluster_group as "CLUSTER_GROUP",
    lines.benchmark_group as "BENCHMARK_GROUP",
    blanked.staff_group as "STAFF_GROUP",
    printed_days(blanked.fte_days_lost) as "FTE_DAYS_LOST",
    printed_days(blanked.fte_days_available) as "FTE_DAYS_AVAILABLE",
    rate_pct(blanked.fte_days_lost, blanked.fte_days_available)
        as "SICKNESS_ABSENCE_RATE_PERCENT",
    true as "IS_SYNTHETIC",
from blanked
inner join sickness_lines as lines
    using (organisation_code)
where lines.month = $month
order by organisation_code, blanked.sickness_order
