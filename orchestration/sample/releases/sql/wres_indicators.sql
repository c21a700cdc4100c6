-- Indicators 2 to 8, England first.
select
    indicators.as_at as "As at",
    indicators.region_code as "Region code",
    regions.region_name as "Region",
    indicators.organisation_code as "Organisation code",
    indicators.organisation_name as "Organisation name",
    indicators.indicator as "Indicator",
    indicators.bme_value as "BME (%)",
    indicators.white_value as "White (%)",
    starred(indicators.relative_likelihood, indicators.is_hidden) as "Relative likelihood",
    'true' as "IS_SYNTHETIC",
from wres_indicators as indicators
left join regions
    on indicators.region_code = regions.region_code
where indicators.published_on = $published_on
order by indicators.as_at, indicators.organisation_code nulls first, indicators.indicator
