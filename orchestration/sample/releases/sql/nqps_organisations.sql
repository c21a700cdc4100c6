-- The pulse survey by organisation: a row an organisation and question.
select
    results.financial_year as "Financial year",
    results.quarter as "Quarter",
    results.region_code as "Region code",
    regions.region_name as "Region name",
    results.icb_code as "ICB code",
    'NHS Synthetic ' || areas.geography || ' ICB' as "ICB name",
    results.organisation_code as "Organisation code",
    results.organisation_name as "Organisation name",
    results.theme as "Engagement theme",
    results.item as "Question",
    if(results.is_hidden, null, results.response_count) as "Number of responses",
    if(results.is_hidden, null, results.positive_pct) as "% positive",
    if(results.is_hidden, null, results.score) as "Mean score",
    'true' as "IS_SYNTHETIC",
from nqps_results as results
inner join regions
    on results.region_code = regions.region_code
inner join areas
    on results.icb_code = areas.icb_code
where
    results.is_listed
    and results.financial_year = $financial_year
    and results.quarter = $quarter
order by results.organisation_code, results.item_order
