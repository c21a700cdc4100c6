-- Staff in post from the monthly workforce statistics, in all and by staff group, for each
-- reporting unit. FTE adds up over organisations; people do not, so that headcount stands only
-- where the files print it. Main groups and doctors' grades, which hold or repeat groups, are left
-- out.
with published as (
    select
        staff.period_end,
        staff.region_code,
        staff.icb_code,
        staff.organisation_code,
        staff.count_unit,
        case when staff.is_total then 'all' else 'staff_group' end as breakdown_type,
        case
            when staff.is_total then 'all'
            else coalesce(staff_groups.staff_group_name, staff.staff_group)
        end as breakdown_value,
        staff.staff,
        staff.is_synthetic,
        staff.published_on,
        staff.file_id
    from {{ ref('stg_workforce_stats__organisation_staff') }} as staff
    left join {{ ref('staff_groups') }} as staff_groups
        on lower(staff.staff_group) = staff_groups.staff_group_label
    where
        staff.is_total
        or coalesce(staff_groups.staff_group_level, 'group') not in ('main_group', 'grade')
),

cells as (
    {{ in_every_reporting_unit('published', ['england', 'region', 'icb', 'organisation']) }}
),

final as (
    select
        count_unit,
        period_end,
        geography_level,
        unit_code as organisation_code,
        min(unit_icb_code) as icb_code,
        min(unit_region_code) as region_code,
        breakdown_type,
        breakdown_value,
        {{ exact_sum('staff') }} as staff,
        bool_or(is_synthetic) as is_synthetic,
        published_on,
        file_id
    from cells
    where count_unit = 'fte' or geography_level = 'organisation'
    group by
        count_unit, period_end, geography_level, unit_code, breakdown_type, breakdown_value,
        published_on, file_id
)

select * from final
