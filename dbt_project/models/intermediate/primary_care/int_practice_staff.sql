-- Staff of each practice, long: doctors by who counts, role and sex, direct patient care staff in
-- all and by role. Only files of which it is certain what month they are of.
{%- set doctor_roles = {
    'GP Partners': ['gp_senior_partner_fte', 'gp_partner_fte'],
    'Salaried GPs': ['gp_salaried_by_practice_fte', 'gp_salaried_by_other_fte'],
    'GP Retainers': ['gp_retainer_fte'],
    'GP Regular Locums': ['gp_locum_vacancy_fte', 'gp_locum_absence_fte', 'gp_locum_other_fte'],
} %}
{%- set patient_care_roles = [
    'healthcare_assistant', 'phlebotomist', 'dispenser',
    'pharmacist', 'pharmacy_technician', 'physiotherapist',
    'paramedic', 'physician_associate', 'nursing_associate',
    'trainee_nursing_associate', 'social_prescribing_link_worker', 'occupational_therapist',
    'dietitian', 'podiatrist',
] %}
{%- set cells = [
    ('all_doctors', 'all', 'all', 'gp_fte'),
    ('fully_qualified', 'all', 'all', 'gp_excl_trainees_fte'),
    ('fully_qualified_excl_locums', 'all', 'all', 'gp_excl_trainees_and_locums_fte'),
    ('direct_patient_care', 'all', 'all', 'direct_patient_care_fte'),
    ('fully_qualified', 'sex', 'Female', 'female_gp_excl_trainees_fte'),
    ('fully_qualified', 'sex', 'Male', 'male_gp_excl_trainees_fte'),
] %}
{%- for role, columns in doctor_roles.items() %}
{%- do cells.append(('fully_qualified', 'staff_role', role, columns | join(' + '))) %}
{%- endfor %}
{%- for role in patient_care_roles %}
{%- do cells.append((
    'direct_patient_care', 'staff_role',
    (role | replace('_', ' ') | title) ~ 's', role ~ '_fte'
)) %}
{%- endfor %}

with practices as (
    select
        practices.*,
        files.method_from
    from {{ ref('stg_gp_workforce__practices') }} as practices
    inner join {{ ref('int_general_practice_files') }} as files
        on practices.file_id = files.file_id
    where files.has_certain_period
),

final as (
    {%- for staff_line, breakdown_type, breakdown_value, fte in cells %}
    select
        {{ practice_place() }},
        '{{ staff_line }}' as staff_line,
        '{{ breakdown_type }}' as breakdown_type,
        '{{ breakdown_value }}' as breakdown_value,
        {{ fte }} as fte,
        is_synthetic,
        file_id
    from practices
    {%- if breakdown_type != 'all' %}
    -- Not every era prints every role.
    where {{ fte }} is not null
    {%- endif %}
    {%- if not loop.last %}

    union all
    {% endif %}
    {%- endfor %}
)

select * from final
