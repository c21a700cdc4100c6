-- Days lost and available summed for every reporting unit, by definition, breakdown and file.
-- A blank cell adds nothing to a sum; one that is hidden with it adds from the level on where it
-- does so with others. Where every cell is hidden, so is the sum.
with days as (
    select * from {{ ref('int_sickness_absence_days') }}
),

cells as (
    {{ in_every_reporting_unit('days', ['england', 'region', 'icb', 'organisation']) }}
),

counted as (
    select
        *,
        case when {{ adds_at('geography_level') }} then fte_days_lost end as days_lost,
        case when {{ adds_at('geography_level') }} then fte_days_available end as days_available
    from cells
),

-- An organisation has one type and one benchmark group: there the breakdown would repeat its total.
final as (
    select
        definition_id,
        period_start,
        period_end,
        geography_level,
        unit_code as organisation_code,
        min(unit_icb_code) as icb_code,
        min(unit_region_code) as region_code,
        breakdown_type,
        breakdown_value,
        {{ exact_sum('days_lost') }} as fte_days_lost,
        {{ exact_sum('days_available') }} as fte_days_available,
        case
            when sum(days_available) is null then max(availability_status) else 'observed'
        end as availability_status,
        geography_level <> 'organisation' as is_derived,
        bool_or(is_synthetic) as is_synthetic,
        published_on,
        file_id
    from counted
    where geography_level <> 'organisation' or breakdown_type in ('all', 'staff_group')
    group by
        definition_id, period_start, period_end, geography_level, unit_code,
        breakdown_type, breakdown_value, published_on, file_id
)

select * from final
