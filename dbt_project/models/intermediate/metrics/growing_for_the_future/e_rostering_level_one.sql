-- Row 23: trusts at level 1 or above of those that returned an assessment, and of all trusts. Both
-- systems together are asked of trusts that returned both. Levels of single trusts are no shares.
with trusts as (
    select * from {{ ref('int_trusts_attaining') }}
),

cells as (
    {{ in_every_reporting_unit('trusts', ['england', 'region', 'icb']) }}
),

counted as (
    select
        measure_id,
        period_end,
        geography_level,
        unit_code as organisation_code,
        min(unit_icb_code) as icb_code,
        min(unit_region_code) as region_code,
        breakdown_type,
        breakdown_value,
        count(case when has_attained then 1 end) as attaining_trusts,
        count(case when has_returned then 1 end) as returning_trusts,
        count(*) as all_trusts,
        bool_and(has_register) as has_register,
        bool_or(is_synthetic) as is_synthetic,
        known_on,
        known_file_id
    from cells
    group by
        measure_id, period_end, geography_level, unit_code, breakdown_type, breakdown_value,
        known_on, known_file_id
),

defined as (
    select
        *,
        'of_returning_trusts' as definition_id,
        returning_trusts as trusts_in_base
    from counted

    union all

    select
        *,
        'of_all_trusts' as definition_id,
        all_trusts as trusts_in_base
    from counted
    where has_register and breakdown_type = 'all'
),

final as (
    {{ as_observations(
        'defined',
        period_type="'quarter_end_snapshot'",
        period_start=first_day('period_end'),
        value='case when returning_trusts > 0 then '
            ~ '100 * cast(attaining_trusts as double) / trusts_in_base end',
        numerator='attaining_trusts',
        denominator='trusts_in_base',
        base_count='all_trusts',
        availability_status="case when returning_trusts > 0 then 'observed' "
            ~ "else 'not_collected' end",
        is_provisional='false',
        is_derived='true',
        published_on='known_on',
        file_id='known_file_id'
    ) }}
)

select * from final
