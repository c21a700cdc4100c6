-- Row 13(ii): nurses and health visitors in post, beside staff in post by staff group. The monthly
-- workforce statistics are the printed source; other files count the same staff in their ways. The
-- 50,000 programme counted nurses of general practice as well: a measure of its own.
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

programme as (
    select * from {{ ref('stg_nurses_50k__announced_nurses') }}
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
        is_provisional='false'
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
        is_provisional='false'
    ) }}

    union all

    {{ as_observations(
        'programme',
        measure_id="'nurses_fte_hchs_and_gp'",
        definition_id="'programme_basis'",
        period_type="'snapshot_date'",
        period_start=first_day('period_end'),
        geography_level="'england'",
        organisation_code=england(),
        icb_code='null',
        region_code='null',
        breakdown_type="case when is_total then 'all' else 'care_setting' end",
        breakdown_value="case when is_total then 'all' else care_setting end",
        value='fte',
        numerator='null',
        denominator='null',
        base_count='null',
        is_provisional='false',
        is_derived='false'
    ) }}
)

select * from final
