-- Row 17: direct patient care staff, FTE change since March 2019. Nurses are not among them. Three
-- sources and what is collated of them do not agree: each is a definition of its own. Networks did
-- not exist before July 2019, so their baseline is zero by construction, and their early growth is
-- networks beginning to report.
with network_staff as (
    select
        *,
        0 as baseline_fte
    from {{ ref('int_network_direct_patient_care') }}
),

practice_changes as (
    select * from {{ ref('int_general_practice_changes') }}
    where measure_id = 'dpc_fte_change_from_mar2019'
),

collated_changes as (
    select * from {{ ref('int_collated_direct_patient_care_changes') }}
),

final as (
    {{ as_observations(
        'network_staff',
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
        'network_staff',
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
    {%- for changes, period_type in {
        'practice_changes': 'month_end_snapshot',
        'collated_changes': 'quarter_end_snapshot',
    }.items() %}

    union all

    {{ as_observations(
        changes,
        measure_id="'dpc_fte_change_from_mar2019'",
        period_type="'" ~ period_type ~ "'",
        period_start=first_day('period_end'),
        value='fte_change',
        numerator='fte',
        denominator='baseline_fte',
        base_count='null',
        is_provisional='false',
        is_derived='true'
    ) }}
    {%- endfor %}
)

select * from final
