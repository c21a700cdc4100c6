-- One sending of the returns on clinical placements, in the columns of the template.
select
    intake_year as "INTAKE_YEAR",
    stated_region_code as "REGION_CODE",
    organisation_code as "PROVIDER_CODE",
    organisation_name as "PROVIDER_NAME",
    profession as "PROFESSION",
    setting as "PLACEMENT_SETTING",
    baseline_year as "BASELINE_YEAR",
    additional_placements as "ADDITIONAL_PLACEMENTS",
    placement_capacity as "PLACEMENT_CAPACITY",
    true as "IS_SYNTHETIC",
from placement_expansion
where sent_on = $sent_on
order by organisation_code nulls last, region_code, profession, setting
