-- Leavers in a window and staff at its start and end, by reporting unit and staff group.
-- The publication leaves out rows of zero: what is absent adds nothing.
with windows as (
    select * from {{ ref('int_turnover_windows') }}
),

flows as (
    select * from {{ ref('stg_workforce_turnover__organisation_flows') }}
),

staff_groups as (
    select * from {{ ref('staff_groups') }}
),

window_flows as (
    select
        windows.definition_id,
        windows.is_added_up,
        windows.period_start,
        windows.period_end,
        windows.published_on,
        windows.file_id,
        flows.is_synthetic,
        flows.region_code,
        flows.icb_code,
        flows.organisation_code,
        case when flows.is_total then 'all' else 'staff_group' end as breakdown_type,
        case
            when flows.is_total then 'all'
            else coalesce(staff_groups.staff_group_name, flows.staff_group)
        end as breakdown_value,
        case when flows.flow_type = 'leavers' then flows.headcount else 0 end as leavers_headcount,
        case
            when flows.flow_type = 'denominator_start' and flows.period_start = windows.period_start
                then flows.headcount
            else 0
        end as start_headcount,
        case
            when flows.flow_type = 'denominator_end' and flows.period_end = windows.period_end
                then flows.headcount
            else 0
        end as end_headcount,
        case
            when flows.flow_type = 'denominator_end' and flows.period_end = windows.period_end
                then flows.fte
            else 0
        end as end_fte
    from windows
    inner join flows
        on
            windows.member_file_id = flows.file_id
            and windows.member_period_start = flows.period_start
            and windows.member_period_end = flows.period_end
    left join staff_groups
        on lower(flows.staff_group) = staff_groups.staff_group_label
),

cells as (
    {{ in_every_reporting_unit('window_flows', ['england', 'region', 'icb', 'organisation']) }}
),

final as (
    select
        definition_id,
        is_added_up,
        period_start,
        period_end,
        geography_level,
        unit_code as organisation_code,
        min(unit_icb_code) as icb_code,
        min(unit_region_code) as region_code,
        breakdown_type,
        breakdown_value,
        sum(leavers_headcount) as leavers_headcount,
        sum(start_headcount) as start_headcount,
        sum(end_headcount) as end_headcount,
        {{ exact_sum('end_fte') }} as end_fte,
        bool_or(is_synthetic) as is_synthetic,
        published_on,
        file_id
    from cells
    group by
        definition_id, is_added_up, period_start, period_end, geography_level, unit_code,
        breakdown_type, breakdown_value, published_on, file_id
)

select * from final
