-- Practices and networks together, England: collated by role, kind of role and setting, and claims.
with published as (
    {%- for model in ['direct_patient_care_staff', 'direct_patient_care_series'] %}
    select
        period_end,
        staff_role as staff_label,
        is_total,
        staff_source,
        fte,
        availability_status,
        is_synthetic,
        published_on,
        file_id
    from {{ ref('stg_primary_care_workforce_quarterly__' ~ model) }}
    {{ 'union all' if not loop.last }}
    {%- endfor %}
),

named as (
    select
        published.*,
        coalesce(labels.staff_role, published.staff_label) as staff_role,
        coalesce(labels.is_additional_role, false) as is_additional_role
    from published
    left join {{ ref('primary_care_staff') }} as labels
        on lower(published.staff_label) = labels.staff_label
),

cells as (
    select
        *,
        case when staff_source = 'claims' then 'additional_roles_claims' else 'combined' end
            as definition_id,
        case when is_total then 'all' else 'staff_role' end as breakdown_type,
        case when is_total then 'all' else staff_role end as breakdown_value
    from named
    where staff_source in ('collated', 'claims')

    union all

    select
        *,
        'combined' as definition_id,
        'setting' as breakdown_type,
        case when staff_source = 'practices' then 'General practice' else 'Primary care network' end
            as breakdown_value
    from named
    where staff_source in ('practices', 'networks') and is_total

    union all

    select
        *,
        'combined' as definition_id,
        'role_type' as breakdown_type,
        case when is_additional_role then 'Additional roles' else 'Other roles' end
            as breakdown_value
    from named
    where staff_source = 'collated' and not is_total
),

final as (
    select
        definition_id,
        period_end,
        breakdown_type,
        breakdown_value,
        staff_source,
        case when count(fte) = count(*) then {{ exact_sum('fte') }} end as fte,
        max(nullif(availability_status, 'observed')) as gap_status,
        bool_or(is_synthetic) as is_synthetic,
        published_on,
        file_id
    from cells
    group by
        definition_id, period_end, breakdown_type, breakdown_value, staff_source,
        published_on, file_id
)

select * from final
