-- Staff group labels that some file prints and reference.staff_groups does not know: their figures
-- would stand under the label itself, beside the group they belong to.
{{ config(severity='warn') }}

{%- set labels = {
    'stg_sickness_absence__staff_group_months': 'staff_group',
    'stg_sickness_absence__reason_months': 'staff_group',
    'stg_sickness_absence__staff_group_series': 'coalesce(staff_subgroup, staff_group)',
    'stg_workforce_stats__organisation_staff': 'staff_group',
    'stg_workforce_turnover__organisation_flows': 'staff_group',
    'stg_workforce_turnover__national_flows': 'staff_group',
    'stg_workforce_turnover_nationality__organisation_staff': 'staff_group',
    'stg_workforce_turnover_nationality__joiners': 'staff_group',
    'stg_workforce_equality__ethnicity_grades': 'role_group',
    'stg_eroster_loa__assessments': 'staff_group',
} %}

with published as (
    {%- for model, label in labels.items() %}
    select distinct
        '{{ model }}' as model_name,
        {{ label }} as staff_group
    from {{ ref(model) }}
    {%- if not loop.last %}
    union all
    {%- endif %}
    {%- endfor %}
),

staff_groups as (
    select * from {{ ref('staff_groups') }}
),

final as (
    select published.*
    from published
    left join staff_groups
        on lower(published.staff_group) = staff_groups.staff_group_label
    where staff_groups.staff_group_label is null
)

select * from final
