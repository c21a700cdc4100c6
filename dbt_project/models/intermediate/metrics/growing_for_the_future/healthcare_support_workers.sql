-- Row 18: support to doctors, nurses and midwives in post: the widest reading of a healthcare
-- support worker. The recruitment programme counted nursing support of bands 2 to 4 only, for which
-- there is no file.
with support_staff as (
    select * from {{ ref('int_staff_in_post') }}
    where
        definition_id = 'turnover_stock'
        and count_unit = 'fte'
        and breakdown_type = 'staff_group'
        and breakdown_value = 'Support to doctors, nurses & midwives'
),

final as (
    {{ as_observations(
        'support_staff',
        measure_id="'hcsw_fte'",
        definition_id="'support_to_doctors_nurses_midwives'",
        period_type="'month_end_snapshot'",
        period_start=first_day('period_end'),
        breakdown_type="'all'",
        breakdown_value="'all'",
        value='staff',
        numerator='null',
        denominator='null',
        base_count='null',
        availability_status="'observed'",
        is_provisional='false',
        is_derived='true'
    ) }}
)

select * from final
