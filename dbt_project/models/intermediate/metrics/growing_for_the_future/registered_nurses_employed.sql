-- Row 13(ii): nurses and health visitors in post, beside staff in post by staff group. The monthly
-- workforce statistics are the printed source; these are the same staff as other files count them.
with staff_in_post as (
    select * from {{ ref('int_staff_in_post') }}
),

nurses as (
    select * from staff_in_post
    where
        count_unit = 'fte'
        and breakdown_type = 'staff_group'
        and breakdown_value = 'Nurses & health visitors'
),

by_staff_group as (
    select
        *,
        'staff_in_post_' || count_unit as measure_id
    from staff_in_post
),

final as (
    {{ as_observations(
        'nurses',
        measure_id="'nurses_fte_hchs'",
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

    union all

    {{ as_observations(
        'by_staff_group',
        period_type="'month_end_snapshot'",
        period_start=first_day('period_end'),
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
