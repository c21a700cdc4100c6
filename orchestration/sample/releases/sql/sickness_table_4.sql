-- Table 4 of the workbook as cells: an organisation's rate in a month, and its region's on top.
with lines as (
    select
        month,
        region_code,
        region_name,
        organisation_code,
        if($is_first_release, fte_days_lost_at_first, fte_days_lost) as lost,
        fte_days_available as available,
        last_value(organisation_name) over (
            partition by organisation_code
            order by month
            rows between unbounded preceding and unbounded following
        ) as organisation_name,
    from sickness_lines
    where month between date '2013-04-01' and $last_month
), wholes as (
    select
        month,
        region_code,
        region_name,
        unnest([true, false]) as is_region,
        if(is_region, region_code, organisation_code) as organisation_code,
        if(is_region, 'All organisations', organisation_name) as organisation_name,
        lost,
        available,
    from lines
)
select
    -- A spacer row ends each region.
    2 + regions.table_order + dense_rank() over (
        order by
            regions.table_order,
            not wholes.is_region,
            wholes.organisation_name,
            wholes.organisation_code
    ) as sheet_row,
    wholes.region_name,
    wholes.region_code,
    wholes.organisation_name,
    wholes.organisation_code,
    strftime(wholes.month, '%Y-%m') as column_key,
    rate_pct(sum(wholes.lost), sum(wholes.available)) as value,
from wholes
inner join regions
    on wholes.region_code = regions.region_code
group by
    regions.table_order,
    wholes.is_region,
    wholes.region_name,
    wholes.region_code,
    wholes.organisation_name,
    wholes.organisation_code,
    wholes.month
