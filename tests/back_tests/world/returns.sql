-- Returns that nobody publishes, from every trust: risk assessments, as many as the printed share is
-- of the staff in scope; placements of one intake; money for professional development.
create view risk_assessments as
with shares as (
    select
        published_on,
        period_end as assessed_on,
        definition_id as population,
        printed as assessed_pct,
        if(definition_id = 'known_bame', 250000, 400000) as staff_in_scope,
    from known
    where publication_id = 'nhsei_covid_workforce_returns'
)
select
    shares.published_on as sent_on,
    shares.assessed_on,
    shares.population,
    reporters.organisation_code,
    reporters.organisation_name,
    part_of(staff_in_scope, share_from, share_to) as staff_in_scope,
    part_of(staff_in_scope * assessed_pct / 100, share_from, share_to) as staff_assessed,
    false as is_blank,
    false as is_hidden,
from shares
cross join reporters
where reporters.is_nhs_trust;

-- Percentages without people are not needed.
create view risk_assessment_quotes as
from risk_assessments
where false;

create view placement_expansion as
select
    known.published_on as sent_on,
    year(known.period_start) as intake_year,
    year(known.period_start) - 1 as baseline_year,
    null as stated_region_code,
    reporters.region_code,
    upper(known.breakdown_value[1]) || known.breakdown_value[2:] as profession,
    'Acute' as setting,
    reporters.organisation_code,
    reporters.organisation_name,
    part_of(printed, share_from, share_to) as additional_placements,
    part_of(5 * printed, share_from, share_to) as placement_capacity,
from known
cross join reporters
where known.publication_id = 'hee_cpep' and reporters.is_nhs_trust;

create view cpd_allocations as
select
    known.published_on as sent_on,
    known.period_start as year_start,
    known.period_end as as_at,
    null as stated_region_code,
    reporters.region_code,
    'Not divided' as profession,
    reporters.organisation_code,
    reporters.organisation_name,
    cast(part_of(printed, share_from, share_to) as double) as committed_gbp,
    part_of(printed / 2, share_from, share_to) as released_gbp,
    false as is_silent,
from known
cross join reporters
where known.publication_id = 'hee_cpd' and reporters.is_nhs_trust;
