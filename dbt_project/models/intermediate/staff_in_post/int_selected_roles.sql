-- Staff in roles that are given on request, for each reporting unit: FTE, and people where the file
-- has them for the very unit. An extract can be of England or of one employer: sums over employers
-- are formed only where it has all seven regions. Professions are shown for those sums alone, as in
-- single employers they are too small.
with roles as (
    select * from {{ ref('stg_workforce_stats__selected_roles') }}
    where availability_status = 'observed'
),

extents as (
    select
        file_id,
        period_end,
        selected_role,
        count(distinct case when region_code like 'Y%' then region_code end) as regions
    from roles
    group by file_id, period_end, selected_role
),

by_profession as (
    select
        roles.*,
        case when roles.is_total then 'all' else 'profession' end as breakdown_type,
        case when roles.is_total then 'all' else roles.profession end as breakdown_value,
        extents.regions = 7 as is_national
    from roles
    inner join extents
        on
            roles.file_id = extents.file_id
            and roles.period_end = extents.period_end
            and roles.selected_role = extents.selected_role
),

cells as (
    {{ in_every_reporting_unit('by_profession', ['england', 'region', 'icb', 'organisation']) }}
),

shown as (
    select * from cells
    where
        (geography_level = 'organisation' and is_total)
        or (geography_level <> 'organisation' and is_national)
),

final as (
    select
        selected_role,
        period_end,
        geography_level,
        unit_code as organisation_code,
        min(unit_icb_code) as icb_code,
        min(unit_region_code) as region_code,
        breakdown_type,
        breakdown_value,
        {{ exact_sum("case when count_unit = 'fte' then staff end") }} as fte,
        cast(
            sum(
                case
                    when count_unit = 'headcount' and geography_level = 'organisation' then staff
                end
            ) as bigint
        ) as headcount,
        bool_or(is_synthetic) as is_synthetic,
        published_on,
        file_id
    from shown
    group by
        selected_role, period_end, geography_level, unit_code, breakdown_type, breakdown_value,
        published_on, file_id
)

select * from final
