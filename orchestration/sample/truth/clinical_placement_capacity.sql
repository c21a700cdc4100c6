-- Row 15: additional placements of each intake, of the newest return of each row.
with newest as (
    select *
    from placement_expansion
    qualify row_number() over (
        partition by intake_year, region_code, organisation_code, profession, setting
        order by sent_on desc
    ) = 1
), shown as (
    select
        intake_year,
        region_code,
        icb_code,
        organisation_code,
        unnest(['all', 'profession', 'placement_setting']) as breakdown_type,
        unnest(['all', profession, setting]) as breakdown_value,
        additional_placements,
    from newest
), cells as (
    select
        intake_year,
        geography_level,
        unit_code,
        breakdown_type,
        breakdown_value,
        sum(additional_placements) as additional_placements,
    from in_units('shown')
    group by all
)
select
    'additional_placements' as measure_id,
    'intake_expansion' as definition_id,
    make_date(intake_year, 9, 1) as period_start,
    make_date(intake_year + 1, 8, 31) as period_end,
    geography_level,
    unit_code as organisation_code,
    breakdown_type,
    breakdown_value,
    if(
        geography_level = 'organisation' and additional_placements < 5,
        'suppressed_project',
        'observed'
    ) as availability_status,
    if(availability_status = 'observed', additional_placements, null) as value,
from cells
