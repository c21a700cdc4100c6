-- Staff of general practice now less the baseline, both of one vintage. A unit that the baseline
-- does not have, such as a practice that opened later, has no change. Networks and practices carry
-- the default definition only; roles of direct patient care staff change too, those of doctors not.
with staff as (
    select * from {{ ref('int_general_practice_staff') }}
    where breakdown_type = 'all' or staff_line = 'direct_patient_care'
),

baselines as (
    select * from {{ ref('int_general_practice_baselines') }}
),

compared as (
    select
        staff.*,
        baselines.measure_id,
        baselines.definition_id,
        before.fte as baseline_fte,
        case
            when staff.availability_status <> 'observed' then staff.availability_status
            when before.organisation_code is null then 'not_applicable'
            else before.availability_status
        end as change_status
    from staff
    inner join baselines
        on
            staff.file_id = baselines.file_id
            and staff.period_end = baselines.period_end
            and staff.staff_line = baselines.staff_line
            and staff.breakdown_type = baselines.breakdown_type
    left join staff as before
        on
            baselines.baseline_file_id = before.file_id
            and baselines.baseline_on = before.period_end
            and staff.staff_line = before.staff_line
            and staff.breakdown_type = before.breakdown_type
            and staff.breakdown_value = before.breakdown_value
            and staff.geography_level = before.geography_level
            and staff.organisation_code = before.organisation_code
    where
        staff.geography_level in ('england', 'region', 'icb', 'sub_icb')
        or baselines.smallest_unit = 'practice'
),

final as (
    select
        measure_id,
        definition_id,
        period_end,
        geography_level,
        organisation_code,
        icb_code,
        region_code,
        breakdown_type,
        breakdown_value,
        fte,
        baseline_fte,
        fte - baseline_fte as fte_change,
        change_status as availability_status,
        is_synthetic,
        published_on,
        file_id
    from compared
)

select * from final
