-- Staff in post by nationality, UK, other or unknown, in FTE and in headcount, for each reporting
-- unit. Nationality is what people say of themselves, not where they trained or were recruited.
{%- set region_tables = {
    'headcount': 'stg_workforce_turnover_nationality__region_staff',
    'fte': 'stg_workforce_turnover_nationality__region_staff_fte',
} %}

with organisation_staff as (
    select
        'fte' as count_unit,
        staff.period_end,
        cast(null as {{ dbt.type_string() }}) as region_code,
        cast(null as {{ dbt.type_string() }}) as icb_code,
        staff.organisation_code,
        coalesce(staff_groups.staff_group_name, staff.staff_group) as staff_group_name,
        staff.nationality as nationality_label,
        staff.fte as staff,
        staff.is_synthetic,
        staff.published_on,
        staff.file_id
    from {{ ref('stg_workforce_turnover_nationality__organisation_staff') }} as staff
    left join {{ ref('staff_groups') }} as staff_groups
        on lower(staff.staff_group) = staff_groups.staff_group_label
),

organisation_cells as (
    {{ in_every_reporting_unit('organisation_staff', ['england', 'organisation']) }}
),

breakdowns as (
    select breakdowns.breakdown_type
    from (values ('all'), ('staff_group')) as breakdowns (breakdown_type)
),

organisation_cells_by_breakdown as (
    select
        organisation_cells.count_unit,
        organisation_cells.period_end,
        organisation_cells.geography_level,
        organisation_cells.unit_code,
        breakdowns.breakdown_type,
        case breakdowns.breakdown_type
            when 'all' then 'all' else organisation_cells.staff_group_name
        end as breakdown_value,
        organisation_cells.nationality_label,
        organisation_cells.staff,
        organisation_cells.staff as counted_in_total,
        organisation_cells.is_synthetic,
        organisation_cells.published_on,
        organisation_cells.file_id
    from organisation_cells
    cross join breakdowns
),

-- Tables by region print totals of groups of nationalities, the only form that unknown has, and of
-- everybody: less than the sum of the groups, as a person can count in two. Their regions, of
-- Health Education England, have no code: the name stands for it.
region_cells as (
    {%- for count_unit, table in region_tables.items() %}
    select
        '{{ count_unit }}' as count_unit,
        period_end,
        case when region_name = 'England' then 'england' else 'region' end as geography_level,
        case when region_name = 'England' then {{ england() }} else region_name end as unit_code,
        'all' as breakdown_type,
        'all' as breakdown_value,
        nationality_group as nationality_label,
        case when nationality_group = 'All nationalities' then 0 else {{ count_unit }} end as staff,
        case when nationality_group = 'All nationalities' then {{ count_unit }} else 0 end
            as counted_in_total,
        is_synthetic,
        published_on,
        file_id
    from {{ ref(table) }}
    where is_total
    {%- if not loop.last %}

    union all
    {% endif %}
    {%- endfor %}
),

cells as (
    select * from organisation_cells_by_breakdown
    union all
    select * from region_cells
),

final as (
    select
        cells.count_unit,
        cells.period_end,
        cells.geography_level,
        cells.unit_code as organisation_code,
        cells.breakdown_type,
        cells.breakdown_value,
        {{ exact_sum('cells.counted_in_total') }} as staff,
        {{ exact_sum(
            "case when nationality_groups.nationality_group = 'unknown' then 0 else cells.staff end"
        ) }} as known_staff,
        {{ exact_sum(
            "case when nationality_groups.nationality_group is null then cells.staff else 0 end"
        ) }} as non_uk_staff,
        bool_or(cells.is_synthetic) as is_synthetic,
        cells.published_on,
        cells.file_id
    from cells
    left join {{ ref('nationality_groups') }} as nationality_groups
        on lower(cells.nationality_label) = nationality_groups.nationality_label
    group by
        cells.count_unit, cells.period_end, cells.geography_level, cells.unit_code,
        cells.breakdown_type, cells.breakdown_value, cells.published_on, cells.file_id
)

select * from final
