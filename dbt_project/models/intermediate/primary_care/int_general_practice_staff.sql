-- Staff of general practice at month ends: England as the bulletin prints it, units below as their
-- practices add up. `vintage_id` says which figures may be compared: a bulletin with itself, a file
-- of practices with those made by the same method.
with practices as (
    select * from {{ ref('int_practice_staff_summed') }}
),

national as (
    select
        series.*,
        labels.staff_line,
        labels.staff_role
    from {{ ref('stg_gp_workforce__national_series') }} as series
    inner join {{ ref('primary_care_staff') }} as labels
        on lower(series.staff_label) = labels.staff_label
    where series.counted_as = 'fte'
),

final as (
    select
        period_end,
        'england' as geography_level,
        {{ england() }} as organisation_code,
        cast(null as {{ dbt.type_string() }}) as icb_code,
        cast(null as {{ dbt.type_string() }}) as region_code,
        staff_line,
        case when staff_role is null then 'all' else 'staff_role' end as breakdown_type,
        coalesce(staff_role, 'all') as breakdown_value,
        staff_count as fte,
        availability_status,
        false as is_sum_of_practices,
        is_synthetic,
        published_on,
        file_id as vintage_id,
        file_id
    from national

    union all

    select
        period_end,
        geography_level,
        organisation_code,
        icb_code,
        region_code,
        staff_line,
        breakdown_type,
        breakdown_value,
        fte,
        availability_status,
        geography_level <> 'practice' as is_sum_of_practices,
        is_synthetic,
        published_on,
        cast(method_from as {{ dbt.type_string() }}) as vintage_id,
        file_id
    from practices
)

select * from final
