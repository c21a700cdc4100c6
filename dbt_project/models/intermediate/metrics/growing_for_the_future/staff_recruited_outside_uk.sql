-- Row 21: staff of non-UK nationality in post, a stock beside the printed measure of joiners. The
-- files carry staff, not joiners: the printed measure itself stays without a value. Contains row
-- 14(ii).
with staff as (
    select
        *,
        'staff_non_uk_nationality_' || count_unit as count_measure_id,
        case count_unit
            when 'fte' then 'nationality_tables' else 'nationality_tables_headcount'
        end as share_definition_id,
        case when geography_level = 'region' then organisation_code end as region_code
    from {{ ref('int_staff_by_nationality') }}
),

final as (
    {{ as_observations(
        'staff',
        measure_id='count_measure_id',
        definition_id="'nationality_tables'",
        period_type="'month_end_snapshot'",
        period_start=first_day('period_end'),
        icb_code='null',
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
        'staff',
        measure_id="'staff_non_uk_nationality_pct'",
        definition_id='share_definition_id',
        period_type="'month_end_snapshot'",
        period_start=first_day('period_end'),
        icb_code='null',
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
