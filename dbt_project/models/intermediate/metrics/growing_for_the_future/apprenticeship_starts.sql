-- Row 20: apprenticeships begun, on standards of the health sector with any employer (academic
-- years), and with NHS employers on any standard (financial years of the public sector target).
-- The populations overlap and the years differ: never add them, never draw them as one line.
with health_sector as (
    select * from {{ ref('int_health_apprenticeships') }}
),

nhs_employers as (
    select * from {{ ref('stg_apprenticeships__public_sector_starts') }}
    where upper(employer_group) = 'NHS'
),

final as (
    {{ as_observations(
        'health_sector',
        measure_id="'apprenticeship_starts_nhs'",
        definition_id="'health_sector_standards'",
        period_type="'academic_year'",
        icb_code='null',
        value='start_count',
        numerator='null',
        denominator='null',
        base_count='null',
        is_provisional='false',
        is_derived='is_added_up'
    ) }}

    union all

    {{ as_observations(
        'nhs_employers',
        measure_id="'apprenticeship_starts_nhs'",
        definition_id="'nhs_employers'",
        period_type="'financial_year'",
        geography_level="'england'",
        organisation_code=england(),
        icb_code='null',
        region_code='null',
        breakdown_type="'all'",
        breakdown_value="'all'",
        value='start_count',
        numerator='null',
        denominator='null',
        base_count='null',
        is_provisional='false',
        is_derived='false'
    ) }}
)

select * from final
