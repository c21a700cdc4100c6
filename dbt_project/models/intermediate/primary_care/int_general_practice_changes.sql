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
        started.fte as baseline_fte,
        case
            when staff.availability_status <> 'observed' then staff.availability_status
            when started.organisation_code is null then 'not_applicable'
            else started.availability_status
        end as change_status
    from staff
    inner join baselines
        on
            staff.file_id = baselines.file_id
            and staff.period_end = baselines.period_end
            and staff.staff_line = baselines.staff_line
            and staff.breakdown_type = baselines.breakdown_type
    left join staff as started
        on
            baselines.baseline_file_id = started.file_id
            and baselines.baseline_on = started.period_end
            and staff.staff_line = started.staff_line
            and staff.breakdown_type = started.breakdown_type
            and staff.breakdown_value = started.breakdown_value
            and staff.geography_level = started.geography_level
            and staff.organisation_code = started.organisation_code
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
        -- Differences of decimals carry noise in their last places.
        round(fte - baseline_fte, 8) as fte_change,
        change_status as availability_status,
        is_synthetic,
        published_on,
        file_id
    from compared
)

select * from final
