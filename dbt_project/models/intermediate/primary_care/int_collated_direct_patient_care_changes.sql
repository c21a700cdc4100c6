-- Direct patient care staff of practices and networks together, less March 2019 in the same
-- release.
with staff as (
    select * from {{ ref('int_collated_direct_patient_care') }}
),

baselines as (
    select * from {{ ref('fte_baselines') }}
    where measure_id = 'dpc_fte_change_from_mar2019' and definition_id = 'combined'
),

compared as (
    select
        staff.*,
        -- Networks began in July 2019, and claims with them: from nothing.
        case
            when staff.staff_source in ('networks', 'claims') then 0 else started.fte
        end as baseline_fte
    from staff
    cross join baselines
    left join staff as started
        on
            staff.file_id = started.file_id
            and staff.definition_id = started.definition_id
            and staff.breakdown_type = started.breakdown_type
            and staff.breakdown_value = started.breakdown_value
            and baselines.baseline_on = started.period_end
    where staff.period_end >= baselines.baseline_on
),

final as (
    select
        definition_id,
        period_end,
        'england' as geography_level,
        {{ england() }} as organisation_code,
        cast(null as {{ dbt.type_string() }}) as icb_code,
        cast(null as {{ dbt.type_string() }}) as region_code,
        breakdown_type,
        breakdown_value,
        fte,
        baseline_fte,
        -- Differences of decimals carry noise in their last places.
        round(fte - baseline_fte, 8) as fte_change,
        case
            when gap_status is not null then gap_status
            when baseline_fte is null then 'not_applicable'
            else 'observed'
        end as availability_status,
        is_synthetic,
        published_on,
        file_id
    from compared
)

select * from final
