-- Row 13(i): qualified advanced clinical practitioners as coded in the Electronic Staff Record, and
-- their trainees as a companion, never among them. The figures are given on request, unpublished:
-- organisations with fewer than five people are hidden. The coding guidance moves the series.
with practitioners as (
    select
        *,
        case selected_role
            when 'advanced_clinical_practitioner' then 'acp_fte'
            when 'trainee_advanced_clinical_practitioner' then 'acp_trainees_fte'
        end as measure_id,
        {{ is_small_number('geography_level', 'coalesce(headcount, fte)') }} as is_hidden
    from {{ ref('int_selected_roles') }}
    where
        selected_role in (
            'advanced_clinical_practitioner', 'trainee_advanced_clinical_practitioner'
        )
),

final as (
    {{ as_observations(
        'practitioners',
        definition_id="'esr_coded_roles'",
        period_type="'month_end_snapshot'",
        period_start=first_day('period_end'),
        value='fte',
        numerator='null',
        denominator='null',
        base_count='headcount',
        availability_status="case when is_hidden then 'suppressed_project' else 'observed' end",
        is_provisional='false',
        is_derived="geography_level <> 'organisation'"
    ) }}
)

select * from final
