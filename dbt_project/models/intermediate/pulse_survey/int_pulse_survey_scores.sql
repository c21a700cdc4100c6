-- Scores of the quarterly pulse survey's questions by unit: England as printed; regions and ICBs
-- from the organisations that show a score, by their answers.
with organisation_items as (
    select * from {{ ref('stg_nqps__organisation_results') }}
),

in_units as (
    {{ in_every_reporting_unit('organisation_items', ['region', 'icb', 'organisation']) }}
),

unit_items as (
    select
        period_start,
        period_end,
        geography_level,
        unit_code as organisation_code,
        engagement_theme,
        engagement_item,
        {{ exact_sum('score * base_count') }}
        / nullif(sum(case when score is not null then base_count end), 0) as score,
        sum(case when score is not null then base_count end) as base_count,
        max(case when availability_status <> 'observed' then availability_status end)
            as reason_for_a_gap,
        geography_level <> 'organisation' as is_derived,
        is_synthetic,
        published_on,
        file_id
    from in_units
    group by
        period_start, period_end, geography_level, unit_code, engagement_theme, engagement_item,
        is_synthetic, published_on, file_id
),

england as (
    select
        period_start,
        period_end,
        'england' as geography_level,
        {{ england() }} as organisation_code,
        engagement_theme,
        engagement_item,
        score,
        base_count,
        availability_status as reason_for_a_gap,
        false as is_derived,
        is_synthetic,
        published_on,
        file_id
    from {{ ref('stg_nqps__national_results') }}
),

items as (
    select * from unit_items
    union all
    select * from england
),

final as (
    select
        period_start,
        period_end,
        geography_level,
        organisation_code,
        engagement_theme,
        engagement_item,
        score,
        cast(base_count as bigint) as base_count,
        case when score is null then reason_for_a_gap else 'observed' end as availability_status,
        is_derived,
        is_synthetic,
        published_on,
        file_id
    from items
)

select * from final
