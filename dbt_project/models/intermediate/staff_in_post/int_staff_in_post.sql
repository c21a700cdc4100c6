-- Staff in post at the end of a month, by staff group: the stocks that three publications carry.
-- Each is its own definition: the turnover files leave resident doctors out, headcount sums count
-- people with two posts twice.
with turnover as (
    select * from {{ ref('int_workforce_flows') }}
    where not is_added_up
),

nationality as (
    select * from {{ ref('int_staff_by_nationality') }}
),

ethnicity as (
    select * from {{ ref('int_ethnicity_headcounts') }}
    where grade_scope = 'all_grades' and breakdown_type in ('all', 'staff_group')
),

final as (
    select
        'turnover_stock' as definition_id,
        'headcount' as count_unit,
        period_end,
        geography_level,
        organisation_code,
        icb_code,
        region_code,
        breakdown_type,
        breakdown_value,
        end_headcount as staff,
        is_synthetic,
        published_on,
        file_id
    from turnover

    union all

    select
        'turnover_stock' as definition_id,
        'fte' as count_unit,
        period_end,
        geography_level,
        organisation_code,
        icb_code,
        region_code,
        breakdown_type,
        breakdown_value,
        end_fte as staff,
        is_synthetic,
        published_on,
        file_id
    from turnover

    union all

    select
        'nationality_tables' as definition_id,
        count_unit,
        period_end,
        geography_level,
        organisation_code,
        null as icb_code,
        case when geography_level = 'region' then organisation_code end as region_code,
        breakdown_type,
        breakdown_value,
        staff,
        is_synthetic,
        published_on,
        file_id
    from nationality

    union all

    select
        'ethnicity_tables' as definition_id,
        'headcount' as count_unit,
        period_end,
        'england' as geography_level,
        {{ england() }} as organisation_code,
        null as icb_code,
        null as region_code,
        breakdown_type,
        breakdown_value,
        headcount as staff,
        is_synthetic,
        published_on,
        file_id
    from ethnicity
)

select * from final
