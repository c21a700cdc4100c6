-- Flu vaccination by integrated care board, hidden employers among them.
with sums as (
    select
        region_code,
        icb_code,
        cast(sum(frontline_hcws) as bigint) as frontline_hcws,
        cast(sum(vaccinated) as bigint) as vaccinated,
    from flu_returns
    where season = $season and stage = $stage
    group by region_code, icb_code
)
select
    sums.region_code as "NHS England region code",
    regions.region_name as "NHS England region",
    sums.icb_code as "ICB code",
    'NHS Synthetic ' || areas.geography || ' ICB' as "ICB name",
    sums.frontline_hcws as "Number of frontline HCWs",
    sums.vaccinated as "Number vaccinated",
    round(100.0 * sums.vaccinated / sums.frontline_hcws, 1) as "Uptake (%)",
    'true' as "IS_SYNTHETIC",
from sums
inner join regions
    on sums.region_code = regions.region_code
inner join areas
    on sums.icb_code = areas.icb_code
order by regions.table_order, sums.icb_code
