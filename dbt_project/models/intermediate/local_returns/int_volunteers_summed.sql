-- Active volunteers and hours in every reporting unit, for a quarter and for twelve months, in all,
-- by role and by kind of trust. People add up over trusts, never over quarters. Twelve months stand
-- where all four quarters were returned, with a value where hours are known of all four.
{%- set cell = [
    'period_type', 'window_end', 'geography_level', 'unit_code', 'breakdown_type',
    'breakdown_value', 'published_on', 'file_id',
] %}

with known as (
    select * from {{ ref('int_volunteers_known') }}
),

periods as (
    select kinds.period_type
    from (values ('quarter'), ('rolling_12_months')) as kinds (period_type)
),

members as (
    select
        known.*,
        periods.period_type
    from known
    inner join periods
        on periods.period_type = 'rolling_12_months' or known.period_end = known.window_end
),

cells as (
    {{ in_every_reporting_unit('members', ['england', 'region', 'icb', 'organisation']) }}
),

-- A trust is of one kind: there the breakdown would repeat its total.
summed as (
    select
        {{ cell | join(', ') }},
        min(period_start) as period_start,
        min(unit_icb_code) as icb_code,
        min(unit_region_code) as region_code,
        sum(volunteers_active) as volunteers_active,
        min(fewest_active) as fewest_active,
        count(distinct period_end) as quarters_returned,
        count(distinct case when volunteer_hours is not null then period_end end)
            as quarters_with_hours,
        {{ exact_sum('volunteer_hours') }} as hours_given,
        {{ status_of_sum('volunteers_active') }} as availability_status,
        max(case when hours_status <> 'observed' then hours_status end) as hours_gap,
        bool_or(is_synthetic) as is_synthetic
    from cells
    where geography_level <> 'organisation' or breakdown_type <> 'organisation_type'
    group by {{ cell | join(', ') }}
    having bool_or(is_own)
),

final as (
    select
        *,
        window_end as period_end,
        unit_code as organisation_code,
        case when quarters_with_hours = quarters_returned then hours_given end as volunteer_hours,
        case when quarters_with_hours = quarters_returned then 'observed' else hours_gap end
            as hours_status
    from summed
    where period_type = 'quarter' or quarters_returned = 4
)

select {{ model.columns | join(', ') or '*' }} from final
