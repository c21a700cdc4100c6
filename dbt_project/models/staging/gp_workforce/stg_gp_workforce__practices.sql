-- Practices at a month's end, one row each. Files that do not state their month are given the one
-- that their day of publication implies; `is_period_stated` tells them apart. NA and ND mean that
-- there are no data.
{%- set figures = [
    'patients',
    'gp_headcount', 'gp_excl_trainees_headcount', 'gp_excl_locums_headcount',
    'gp_excl_trainees_and_locums_headcount',
    'nurse_headcount', 'direct_patient_care_headcount', 'admin_headcount',
    'gp_fte', 'gp_excl_trainees_fte', 'gp_excl_locums_fte', 'gp_excl_trainees_and_locums_fte',
    'nurse_fte', 'direct_patient_care_fte', 'admin_fte',
    'gp_senior_partner_fte', 'gp_partner_fte',
    'gp_salaried_by_practice_fte', 'gp_salaried_by_other_fte', 'gp_retainer_fte',
    'gp_locum_vacancy_fte', 'gp_locum_absence_fte', 'gp_locum_other_fte',
    'male_gp_excl_trainees_fte', 'female_gp_excl_trainees_fte',
    'healthcare_assistant_fte', 'phlebotomist_fte',
    'dispenser_fte', 'pharmacist_fte',
    'pharmacy_technician_fte', 'physiotherapist_fte',
    'paramedic_fte', 'physician_associate_fte',
    'nursing_associate_fte', 'trainee_nursing_associate_fte',
    'social_prescribing_link_worker_fte', 'occupational_therapist_fte',
    'dietitian_fte', 'podiatrist_fte',
] %}

with source as (
    select * from {{ source('raw', 'gp_workforce__practices') }}
),

dated as (
    select
        *,
        last_day(make_date(cast(census_year as integer), cast(census_month as integer), 1))
            as stated_month_end,
        coalesce({{ matches('trim(pcn_code)', '^U[0-9]{5}$') }}, false) as is_in_network
    from source
),

final as (
    select
        coalesce(stated_month_end, {{ practice_snapshot('published_on') }}) as period_end,
        stated_month_end is not null as is_period_stated,
        {{ trimmed('practice_code') }} as practice_code,
        {{ trimmed('practice_name') }} as practice_name,
        -- Words such as Unallocated stand where a practice is in no network.
        case when is_in_network then trim(pcn_code) end as pcn_code,
        case when is_in_network then {{ trimmed('pcn_name') }} end as pcn_name,
        {{ trimmed('sub_icb_code') }} as sub_icb_code,
        {{ trimmed('sub_icb_name') }} as sub_icb_name,
        {{ trimmed('icb_code') }} as icb_code,
        {{ trimmed('icb_name') }} as icb_name,
        {{ trimmed('region_code') }} as region_code,
        {{ trimmed('region_name') }} as region_name,
        {{ trimmed('gp_source') }} as gp_source,
        {{ trimmed('nurse_source') }} as nurse_source,
        {{ trimmed('direct_patient_care_source') }} as direct_patient_care_source,
        {{ trimmed('admin_source') }} as admin_source,
        {%- for figure in figures %}
        {{ number(figure) }} as {{ figure }},
        {%- endfor %}
        {{ availability_status('gp_fte', blank='not_collected') }} as availability_status,
        {{ availability_status('direct_patient_care_fte', blank='not_collected') }}
            as direct_patient_care_status,
        {{ provenance() }}
    from dated
)

select * from final
