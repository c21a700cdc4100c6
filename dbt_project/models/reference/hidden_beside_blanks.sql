-- Cells that are hidden beside blank ones before anything is summed, and from which level on sums
-- hold them: what a reader must know to add up a table that keeps its blanks that way.
with beside as (
    select * from {{ ref('int_sickness_staff_groups_beside') }}
),

final as (
    select
        'sickness_by_staff_group' as disclosure_table,
        period_end,
        organisation_code,
        'staff_group' as breakdown_type,
        staff_group_name as breakdown_value,
        adds_from_level
    from beside
)

select * from final
