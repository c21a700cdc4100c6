-- Row 14(ii): nurses of non-UK nationality who joined active service within twelve months, beside
-- their share, the share of the unknown, and the stock in post. Who joins may come back from leave.
with joiners as (
    select
        *,
        case joiner_measure
            when 'non_uk' then 'nurse_joiners_non_uk'
            when 'non_uk_pct' then 'nurse_joiners_non_uk_pct'
            else 'nurse_joiners_unknown_nationality_pct'
        end as measure_id,
        case when nationality_group = 'all' then 'all' else 'nationality_group' end
            as breakdown_type
    from {{ ref('int_joiners_measured') }}
    where staff_group_name = 'Nurses & health visitors'
),

nurses as (
    select * from {{ ref('int_staff_by_nationality') }}
    where
        count_unit = 'fte'
        and breakdown_type = 'staff_group'
        and breakdown_value = 'Nurses & health visitors'
),

final as (
    {{ as_observations(
        'joiners',
        definition_id="'self_stated_nationality'",
        period_type="'rolling_12_months'",
        icb_code='null',
        breakdown_value='nationality_group',
        is_provisional='false',
        is_derived='true'
    ) }}

    union all

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
