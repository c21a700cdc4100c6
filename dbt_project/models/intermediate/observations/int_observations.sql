-- Every observation as every release gave it: the union, and the one list, of the metric models.
-- Cells that broke a rule stay in staging.
{%- set metrics = [
    'harassment_bullying_abuse_at_work',
    'sickness_absence_rate',
    'staff_risk_assessment_completed',
    'staff_leaver_rate',
    'senior_leadership_representation',
    'discrimination_at_work',
    'fair_career_progression',
    'cpd_funding_released',
    'clinical_placement_capacity',
    'registered_nurses_employed',
    'international_nurse_joiners',
    'additional_primary_care_professionals',
    'healthcare_support_workers',
    'volunteers_deployed',
    'staff_recruited_outside_uk',
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
