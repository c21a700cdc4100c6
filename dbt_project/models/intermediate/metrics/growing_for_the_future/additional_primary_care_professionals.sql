-- Row 17: direct patient care staff in primary care networks, FTE change since March 2019. Networks
-- did not exist before July 2019, so their baseline is zero by construction. Early growth is
-- networks beginning to report.
with staff as (
    select
        *,
        0 as baseline_fte
    from {{ ref('int_network_direct_patient_care') }}
),

final as (
    {{ as_observations(
        'staff',
        measure_id="'dpc_fte_change_from_mar2019'",
        definition_id="'pcn_returns'",
        period_type="'quarter_end_snapshot'",
        period_start=first_day('period_end'),
        value='fte - baseline_fte',
        numerator='fte',
        denominator='baseline_fte',
        base_count='null',
        availability_status="'observed'",
        is_provisional='false',
        is_derived='true'
    ) }}

    union all

    {{ as_observations(
        'staff',
        measure_id="'pcn_direct_patient_care_fte'",
        definition_id="'pcn_returns'",
        period_type="'quarter_end_snapshot'",
        period_start=first_day('period_end'),
        value='fte',
        numerator='null',
        denominator='null',
        base_count='null',
        availability_status="'observed'",
        is_provisional='false',
        is_derived='true'
    ) }}
)

select * from final
