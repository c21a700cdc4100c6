-- Flu vaccination by region and for England, hidden employers among them.
with sums as (
    select
        regions.table_order,
        returns.region_code,
        regions.region_name,
        cast(sum(returns.frontline_hcws) as bigint) as frontline_hcws,
        cast(sum(returns.vaccinated) as bigint) as vaccinated,
    from flu_returns as returns
    inner join regions
        on returns.region_code = regions.region_code
    where returns.season = $season and returns.stage = $stage
    group by grouping sets ((regions.table_order, returns.region_code, regions.region_name), ())
)
select
    region_code as "NHS England region code",
    coalesce(region_name, 'England') as "NHS England region",
    frontline_hcws as "Number of frontline HCWs",
    vaccinated as "Number vaccinated",
    round(100.0 * vaccinated / frontline_hcws, 1) as "Uptake (%)",
    'true' as "IS_SYNTHETIC",
from sums
order by table_order nulls first
