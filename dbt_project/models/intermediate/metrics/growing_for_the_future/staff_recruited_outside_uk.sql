-- Row 21: people of non-UK nationality who joined active service, as where they were hired is not
-- known, with their share, that of the unknown, and the stock in post. Contains row 14(ii).
with joiners as (
    select
        *,
        case joiner_measure
            when 'non_uk' then 'joiners_non_uk_nationality'
            when 'non_uk_pct' then 'joiners_non_uk_nationality_pct'
            else 'joiners_unknown_nationality_pct'
        end as measure_id,
        case
            when staff_group_name <> 'all' then 'staff_group'
            when nationality_group <> 'all' then 'nationality_group'
            else 'all'
        end as breakdown_type,
        case staff_group_name when 'all' then nationality_group else staff_group_name end
            as breakdown_value
    from {{ ref('int_joiners_measured') }}
    where staff_group_name = 'all' or nationality_group = 'all'
),

staff as (
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
        'joiners',
        definition_id="'self_stated_nationality'",
        period_type="'rolling_12_months'",
        icb_code='null',
        is_provisional='false',
        is_derived='true'
    ) }}

    union all

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
