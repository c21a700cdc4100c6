-- Leavers from active service within twelve months, and staff at both ends, for England and its
-- regions by staff group. England is printed for itself: moves between its regions are none of it.
with flows as (
    select * from {{ ref('stg_workforce_turnover__national_flows') }}
),

staff_groups as (
    select * from {{ ref('staff_groups') }}
),

final as (
    select
        'official_headcount' as definition_id,
        flows.period_start,
        flows.period_end,
        case when flows.is_england then 'england' else 'region' end as geography_level,
        coalesce(flows.region_code, {{ england() }}) as organisation_code,
        flows.region_code,
        case when flows.is_total then 'all' else 'staff_group' end as breakdown_type,
        case
            when flows.is_total then 'all'
            else coalesce(staff_groups.staff_group_name, flows.staff_group)
        end as breakdown_value,
        flows.leavers_headcount,
        flows.start_headcount,
        flows.end_headcount,
        flows.is_synthetic,
        flows.published_on,
        flows.file_id
    from flows
    left join staff_groups
        on lower(flows.staff_group) = staff_groups.staff_group_label
)

select * from final
