-- The monthly turnover file, long: stocks at both ends, joiners and leavers; no row where nobody.
with counted as (
    select
        movements.organisation_code,
        staff_groups.turnover_order,
        staff_groups.turnover_label as staff_group,
        movements.participation,
        movements.flow_key,
        unnest([
            'Denominator at end of period',
            'Denominator at start of period',
            'Joiners',
            'Leavers'
        ]) as type,
        unnest([closing_headcount, opening_headcount, joiners, leavers]) as headcount,
        -- People who leave work fewer hours than those who stay, people who join more.
        unnest([1.0, 0.9995, 1.015, 0.955]) as hours_factor,
    from movements
    inner join staff_groups
        on movements.staff_group_id = staff_groups.staff_group_id
    where movements.month = $month
), worked as (
    select
        organisation_code,
        type,
        turnover_order,
        staff_group,
        headcount,
        cast(
            headcount * least(
                0.998,
                participation * hours_factor
                + if(
                    type in ('Joiners', 'Leavers'),
                    0.12 / sqrt(headcount) * bell(bits('hours|' || type || flow_key)),
                    0
                )
            )
            as decimal(18, 5)
        ) as fte,
    from counted
    where headcount > 0
), lines as (
    from worked
    union all
    select
        organisation_code,
        type,
        0,
        'All staff groups',
        -- A few people work in two staff groups and are counted once in the total.
        sum(headcount) - floor(sum(headcount) * 0.0006),
        sum(fte),
    from worked
    group by organisation_code, type
)
select
    strftime($month - interval 1 month, '%Y%m') || ' to ' || strftime($month, '%Y%m') as "PERIOD",
    lines.type as "TYPE",
    labels.region_code as "NHSE_REGION_CODE",
    regions.region_name as "NHSE_REGION_NAME",
    labels.icb_code as "ICS_CODE",
    areas.geography as "ICS_NAME",
    labels.organisation_name as "REPORTING_ORG_NAME",
    labels.organisation_code as "REPORTING_ORG_CODE",
    labels.cluster_group as "CLUSTER_GROUP",
    labels.benchmark_group as "BENCHMARK_GROUP",
    lines.staff_group as "STAFF_GROUP_1_NAME",
    cast(lines.headcount as bigint) as "HC",
    cast(lines.fte as double) as "FTE",
    true as "IS_SYNTHETIC",
from lines
inner join organisation_months as labels
    on lines.organisation_code = labels.organisation_code
    and labels.month = $month
inner join regions
    on labels.region_code = regions.region_code
inner join areas
    on labels.icb_code = areas.icb_code
order by
    lines.type,
    labels.region_code,
    labels.icb_code,
    labels.organisation_name,
    lines.turnover_order
