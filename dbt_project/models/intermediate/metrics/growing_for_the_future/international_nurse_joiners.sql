-- Row 14(ii): nurses of non-UK nationality in post, a stock beside the printed measure of joiners.
-- The files carry staff, not joiners: the printed measure itself stays without a value.
with nurses as (
    select * from {{ ref('int_staff_by_nationality') }}
    where
        count_unit = 'fte'
        and breakdown_type = 'staff_group'
        and breakdown_value = 'Nurses & health visitors'
),

final as (
    {{ as_observations(
        'nurses',
        measure_id="'nurses_non_uk_nationality_fte'",
        definition_id="'nationality_tables'",
        period_type="'month_end_snapshot'",
        period_start=first_day('period_end'),
        icb_code='null',
        region_code='null',
        breakdown_type="'all'",
        breakdown_value="'all'",
        value='non_uk_staff',
        numerator='null',
        denominator='null',
        base_count='round(staff)',
        availability_status="'observed'",
        is_provisional='false',
        is_derived='true'
    ) }}

    union all

    {{ as_observations(
        'nurses',
        measure_id="'nurses_non_uk_nationality_pct'",
        definition_id="'nationality_tables'",
        period_type="'month_end_snapshot'",
        period_start=first_day('period_end'),
        icb_code='null',
        region_code='null',
        breakdown_type="'all'",
        breakdown_value="'all'",
        value='100 * non_uk_staff / nullif(known_staff, 0)',
        numerator='non_uk_staff',
        denominator='known_staff',
        base_count='round(staff)',
        availability_status=observed_where('known_staff > 0'),
        is_provisional='false',
        is_derived='true'
    ) }}
)

select * from final
