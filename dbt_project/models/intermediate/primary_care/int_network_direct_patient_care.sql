-- Direct patient care staff that networks return, for every reporting unit, in all and by role.
-- Nurses are another staff group. Posts alike are posts alike; corrections can be below zero.
with posts as (
    select
        *,
        case
            when staff_group = 'Other Direct Patient Care staff' then fte else 0
        end as direct_patient_care_fte
    from {{ ref('stg_pcn_workforce__posts') }}
),

-- Every reporting network has a total, be it zero; roles appear where somebody holds them.
posts_by_breakdown as (
    select
        'all' as breakdown_type,
        'all' as breakdown_value,
        posts.*
    from posts

    union all

    select
        'staff_role' as breakdown_type,
        staff_role as breakdown_value,
        posts.*
    from posts
    where staff_group = 'Other Direct Patient Care staff'
),

cells as (
    {{ in_every_reporting_unit(
        'posts_by_breakdown', ['england', 'region', 'icb', 'sub_icb', 'pcn']
    ) }}
),

final as (
    select
        period_end,
        geography_level,
        unit_code as organisation_code,
        min(unit_icb_code) as icb_code,
        min(unit_region_code) as region_code,
        breakdown_type,
        breakdown_value,
        {{ exact_sum('direct_patient_care_fte') }} as fte,
        bool_or(is_synthetic) as is_synthetic,
        published_on,
        file_id
    from cells
    group by
        period_end, geography_level, unit_code, breakdown_type, breakdown_value,
        published_on, file_id
)

select * from final
