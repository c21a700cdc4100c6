-- Monthly rates as the release workbook prints them, from 2009, brought to units and breakdowns.
-- The workbook gives rates without days, to two decimals; each table repeats England: taken once.
with regions_table as (
    select * from {{ ref('stg_sickness_absence__region_months') }}
),

staff_group_table as (
    select * from {{ ref('stg_sickness_absence__staff_group_series') }}
    where not is_total
),

organisation_type_table as (
    select * from {{ ref('stg_sickness_absence__organisation_type_months') }}
    where not is_total
),

-- An organisation that changed region has a row in each, filled for the months it was there.
organisation_table as (
    select
        *,
        row_number() over (
            partition by organisation_code, period_end, file_id
            order by case when availability_status = 'observed' then 0 else 1 end, region_code
        ) as preference
    from {{ ref('stg_sickness_absence__organisation_series') }}
    where not is_total
),

region_labels as (
    select * from {{ ref('region_labels') }}
),

staff_groups as (
    select * from {{ ref('staff_groups') }}
),

england_and_regions as (
    select
        case when regions_table.is_total then 'england' else 'region' end as geography_level,
        case
            when regions_table.is_total then {{ england() }}
            else coalesce(region_labels.region_code, regions_table.region_name)
        end as organisation_code,
        case
            when not regions_table.is_total
                then coalesce(region_labels.region_code, regions_table.region_name)
        end as region_code,
        'all' as breakdown_type,
        'all' as breakdown_value,
        {{ printed_rate('regions_table') }}
    from regions_table
    left join region_labels
        on lower(regions_table.region_name) = region_labels.region_label
),

england_by_staff_group as (
    select
        'england' as geography_level,
        {{ england() }} as organisation_code,
        null as region_code,
        'staff_group' as breakdown_type,
        coalesce(
            staff_groups.staff_group_name,
            staff_group_table.staff_subgroup,
            staff_group_table.staff_group
        ) as breakdown_value,
        {{ printed_rate('staff_group_table') }}
    from staff_group_table
    left join staff_groups
        on
            lower(coalesce(staff_group_table.staff_subgroup, staff_group_table.staff_group))
            = staff_groups.staff_group_label
),

england_by_organisation_type as (
    select
        'england' as geography_level,
        {{ england() }} as organisation_code,
        null as region_code,
        'organisation_type' as breakdown_type,
        organisation_type as breakdown_value,
        {{ printed_rate('organisation_type_table') }}
    from organisation_type_table
),

organisations as (
    select
        'organisation' as geography_level,
        organisation_code,
        region_code,
        'all' as breakdown_type,
        'all' as breakdown_value,
        {{ printed_rate('organisation_table') }}
    from organisation_table
    where preference = 1
),

final as (
    select * from england_and_regions
    union all
    select * from england_by_staff_group
    union all
    select * from england_by_organisation_type
    union all
    select * from organisations
)

select * from final
