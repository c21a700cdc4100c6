-- Days lost and available of the benchmarking files, by breakdown, and from which level of sums on
-- each adds to them: staff groups that must stay hidden are marked, with their days.
with months as (
    select * from {{ ref('stg_sickness_absence__staff_group_months') }}
    where availability_status <> 'quarantined'
),

-- Blank in the newest file, or hidden beside what is: in no release shown.
hidden as (
    select
        organisation_code,
        period_end,
        staff_group,
        'none' as adds_from_level
    from {{ ref('int_sickness_staff_groups_judged') }}
    where availability_status = 'suppressed_source'

    union all

    select
        organisation_code,
        period_end,
        staff_group,
        adds_from_level
    from {{ ref('int_sickness_staff_groups_beside') }}
),

staff_groups as (
    select * from {{ ref('staff_groups') }}
),

-- The published total serves as `all` and by benchmark group; the rows below it, by staff group.
breakdowns as (
    select
        kinds.breakdown_type,
        kinds.is_total
    from (
        values ('all', true), ('benchmark_group', true), ('staff_group', false)
    ) as kinds (breakdown_type, is_total)
),

judged as (
    select
        months.*,
        case
            when hidden.staff_group is not null and months.availability_status = 'observed'
                then 'suppressed_project'
            else months.availability_status
        end as status,
        coalesce(hidden.adds_from_level, 'organisation') as adds_from_level
    from months
    left join hidden
        on
            not months.is_total
            and months.organisation_code = hidden.organisation_code
            and months.period_end = hidden.period_end
            and months.staff_group = hidden.staff_group
),

final as (
    select
        breakdowns.breakdown_type,
        case breakdowns.breakdown_type
            when 'all' then 'all'
            when 'benchmark_group' then judged.benchmark_group
            else coalesce(staff_groups.staff_group_name, judged.staff_group)
        end as breakdown_value,
        judged.adds_from_level,
        {{ organisation_month('judged', availability_status='judged.status') }}
    from judged
    inner join breakdowns
        on judged.is_total = breakdowns.is_total
    left join staff_groups
        on lower(judged.staff_group) = staff_groups.staff_group_label
)

select * from final
