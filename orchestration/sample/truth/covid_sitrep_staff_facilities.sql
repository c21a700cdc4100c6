-- Trusts that said yes, of those that said yes or no, by facility.
with latest as (
    select * from facility_answers
    qualify release = max(release) over (partition by quarter_end, organisation_code)
), units as (
    select
        open_trusts.quarter_end,
        open_trusts.organisation_code,
        unnest(['england', 'region', 'icb']) as geography_level,
        unnest(['E92000001', open_trusts.region_code, open_trusts.icb_code]) as unit_code,
    from open_trusts
    where open_trusts.quarter_end in (select quarter_end from latest)
), counted as (
    select
        units.quarter_end,
        units.geography_level,
        units.unit_code,
        facilities.facility_id,
        count(*) filter (where latest.is_provided) as providing,
        count(latest.is_provided) as reporting,
    from units
    cross join staff_facilities as facilities
    left join latest
        on units.quarter_end = latest.quarter_end
        and units.organisation_code = latest.organisation_code
        and facilities.facility_id = latest.facility_id
    group by all
)
select
    'sitrep_' || facility_id as measure_id,
    'of_reporting_trusts' as definition_id,
    cast(date_trunc('month', quarter_end) as date) as period_start,
    quarter_end as period_end,
    geography_level,
    unit_code as organisation_code,
    'all' as breakdown_type,
    'all' as breakdown_value,
    if(reporting > 0, 100 * providing / reporting, null) as value,
    if(reporting > 0, 'observed', 'not_collected') as availability_status,
from counted
