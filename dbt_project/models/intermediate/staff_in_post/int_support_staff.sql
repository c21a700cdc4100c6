-- FTE of the staff groups that support clinical staff, in two scopes: support to doctors, nurses
-- and midwives, and with it support to ambulance and to scientific staff. Each as the workforce
-- statistics count it and, apart, as the turnover files do.
{%- set scopes = {
    'support_to_doctors_nurses_midwives':
        "staff_group_id = 'support_to_doctors_nurses_and_midwives'",
    'support_to_clinical_staff':
        "parent_staff_group_id = 'support_to_clinical_staff'",
} %}

with scopes as (
    {%- for scope, condition in scopes.items() %}
    select distinct
        '{{ scope }}' as scope,
        staff_group_name
    from {{ ref('staff_groups') }}
    where {{ condition }}
    {%- if not loop.last %}

    union all
    {% endif %}
    {%- endfor %}
),

staff as (
    select
        *,
        case definition_id when 'turnover_stock' then '_turnover' else '' end as source_suffix
    from {{ ref('int_staff_in_post') }}
    where
        count_unit = 'fte'
        and breakdown_type = 'staff_group'
        and definition_id in ('workforce_stats', 'turnover_stock')
),

final as (
    select
        scopes.scope || staff.source_suffix as definition_id,
        staff.period_end,
        staff.geography_level,
        staff.organisation_code,
        min(staff.icb_code) as icb_code,
        min(staff.region_code) as region_code,
        {{ exact_sum('staff.staff') }} as fte,
        bool_or(staff.is_derived) or count(*) > 1 as is_derived,
        bool_or(staff.is_synthetic) as is_synthetic,
        staff.published_on,
        staff.file_id
    from staff
    inner join scopes
        on staff.breakdown_value = scopes.staff_group_name
    group by
        scopes.scope, staff.source_suffix, staff.period_end, staff.geography_level,
        staff.organisation_code, staff.published_on, staff.file_id
)

select * from final
