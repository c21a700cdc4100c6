-- Every observation as every release gave it: the union, and the one list, of the metric models.
-- Cells that broke a rule stay in staging; values that may not be shown are still here.
{{ config(materialized='view') }}
{%- set metrics = [
    'harassment_bullying_abuse_at_work',
    'sickness_absence_rate',
    'staff_risk_assessment_completed',
    'staff_flu_vaccinated',
    'flexible_working_satisfaction',
    'reason_for_leaving_work_life_balance',
    'staff_leaver_rate',
    'senior_leadership_representation',
    'discrimination_at_work',
    'fair_career_progression',
    'safe_to_speak_up',
    'advanced_clinical_practitioners',
    'cpd_funding_released',
    'clinical_placement_capacity',
    'registered_nurses_employed',
    'international_nurse_joiners',
    'additional_primary_care_doctors',
    'additional_primary_care_professionals',
    'healthcare_support_workers',
    'volunteers_deployed',
    'apprenticeship_starts',
    'staff_recruited_outside_uk',
    'returners_deployed_frontline',
    'agency_spend_share',
    'e_rostering_level_one',
    'pulse_staff_sentiment',
    'covid_sitrep_staff_facilities',
] %}

with final as (
    {%- for metric in metrics %}
    select
        {{ observation_columns() }}
    from {{ ref(metric) }}
    where availability_status <> 'quarantined'
    {%- if not loop.last %}

    union all
    {% endif %}
    {%- endfor %}
)

select * from final
