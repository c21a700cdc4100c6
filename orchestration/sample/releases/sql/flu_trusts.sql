-- Flu vaccination by trust or other employer; small ones are hidden.
select
    returns.region_code as "NHS England region code",
    regions.region_name as "NHS England region",
    returns.icb_code as "ICB code",
    'NHS Synthetic ' || areas.geography || ' ICB' as "ICB name",
    returns.organisation_code as "Organisation code",
    returns.organisation_name as "Organisation name",
    starred(returns.frontline_hcws, returns.is_hidden) as "Number of frontline HCWs",
    starred(returns.vaccinated, returns.is_hidden) as "Number vaccinated",
    starred(
        round(100.0 * returns.vaccinated / returns.frontline_hcws, 1), returns.is_hidden
    ) as "Uptake (%)",
    'true' as "IS_SYNTHETIC",
from flu_returns as returns
inner join regions
    on returns.region_code = regions.region_code
inner join areas
    on returns.icb_code = areas.icb_code
where returns.season = $season and returns.stage = $stage
order by regions.table_order, returns.organisation_name
