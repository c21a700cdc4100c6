-- The lowest level of a trust's staff groups in each system, and the level of each group, as known
-- on each day that a return arrived. A level that was not returned counts for nothing.
{%- set cell = [
    'period_end', 'known_on', 'known_file_id', 'organisation_code',
    'breakdown_type', 'breakdown_value',
] %}

with returned as (
    select * from {{ ref('stg_eroster_loa__assessments') }}
),

staff_groups as (
    select * from {{ ref('staff_groups') }}
),

assessments as (
    select
        returned.*,
        coalesce(staff_groups.staff_group_name, returned.staff_group) as staff_group_name
    from returned
    left join staff_groups
        on lower(returned.staff_group) = staff_groups.staff_group_label
),

known as (
    {{ returns_as_known('assessments', ['period_end'], body='organisation_code') }}
),

broken_down as (
    select
        *,
        'all' as breakdown_type,
        'all' as breakdown_value
    from known

    union all

    select
        *,
        'staff_group' as breakdown_type,
        staff_group_name as breakdown_value
    from known
    where not is_total
),

final as (
    select
        {{ cell | join(',
        ') }},
        min(case when roster_system = 'e_rostering' then attainment_level end)
            as e_rostering_level,
        min(case when roster_system = 'e_job_planning' then attainment_level end)
            as e_job_planning_level
    from broken_down
    group by
        {{ cell | join(', ') }}
)

select * from final
