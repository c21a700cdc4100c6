-- Row 20 as the sample must show it: starts on standards of the health sector in academic years, and
-- with NHS employers in financial years. The newest year still lacks what comes in late.
with known as (
    select
        *,
        starts - if(first_year = max(first_year) over (), late_starts, 0) as known_starts,
    from apprenticeship_starts
), placed as (
    select
        first_year,
        subject_area,
        coalesce(learner_region_code, 'elsewhere') as place,
        unnest(['all', 'standard', 'apprenticeship_level', 'age_group']) as breakdown_type,
        unnest(['all', standard_name, apprenticeship_level, age_group]) as breakdown_value,
        known_starts,
    from known
    where subject_area in (
        'Health and Social Care',
        'Nursing and Subjects and Vocations Allied to Medicine',
        'Medicine and Dentistry'
    )
    union all
    select
        first_year,
        subject_area,
        'E92000001',
        unnest(['all', 'standard', 'apprenticeship_level', 'age_group']),
        unnest(['all', standard_name, apprenticeship_level, age_group]),
        known_starts,
    from known
    where subject_area in (
        'Health and Social Care',
        'Nursing and Subjects and Vocations Allied to Medicine',
        'Medicine and Dentistry'
    )
), printed as (
    select
        first_year,
        place,
        breakdown_type,
        breakdown_value,
        sum(known_starts) as exact_starts,
    from placed
    where place <> 'elsewhere'
    group by first_year, subject_area, place, breakdown_type, breakdown_value
), summed as (
    select
        first_year,
        place,
        breakdown_type,
        breakdown_value,
        if(
            bool_or(exact_starts between 1 and 4), null, 10 * sum(round(exact_starts / 10))
        ) as value,
    from printed
    group by first_year, place, breakdown_type, breakdown_value
)
select
    'apprenticeship_starts_nhs' as measure_id,
    'health_sector_standards' as definition_id,
    make_date(first_year, 8, 1) as period_start,
    make_date(first_year + 1, 7, 31) as period_end,
    if(place = 'E92000001', 'england', 'region') as geography_level,
    place as organisation_code,
    breakdown_type,
    breakdown_value,
    value,
    if(value is null, 'suppressed_source', 'observed') as availability_status,
from summed
union all
select
    'apprenticeship_starts_nhs',
    'nhs_employers',
    make_date(first_year, 4, 1),
    make_date(first_year + 1, 3, 31),
    'england',
    'E92000001',
    'all',
    'all',
    10 * round(starts / 10),
    'observed'
from public_sector_starts
where employer_group = 'NHS'
