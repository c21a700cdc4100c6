-- Indicator 1 by trust: staff by part of the workforce, pay band and ethnicity.
select
    counts.as_at as "As at",
    counts.region_code as "Region code",
    regions.region_name as "Region",
    counts.organisation_code as "Organisation code",
    counts.organisation_name as "Organisation name",
    counts.workforce as "Workforce",
    counts.grade as "Pay band",
    counts.bme as "BME headcount",
    counts.white as "White headcount",
    counts.unknown as "Unknown headcount",
    'true' as "IS_SYNTHETIC",
from wres_counts as counts
inner join regions
    on counts.region_code = regions.region_code
where counts.published_on = $published_on and counts.workforce <> 'Board'
order by counts.as_at, counts.organisation_code, counts.workforce, counts.grade
