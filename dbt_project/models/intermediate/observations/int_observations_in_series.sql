-- Current observations with the value of the period before and of the same period a year before.
-- Neither is compared across a break, nor the first where a period is missing between, nor either
-- across the releases of a series that each release restates.
with in_series as (
    select * from {{ ref('int_observations_preceded') }}
),

broken_steps as (
    select * from {{ ref('int_breaks_crossed') }}
),

judged as (
    select
        in_series.*,
        broken_steps.measure_id is not null as has_discontinuity,
        broken_steps.discontinuity_ids,
        broken_years.discontinuity_ids as year_on_year_break_ids,
        coalesce(
            {{ months_between('in_series.preceding_end', 'in_series.period_end') }}
            <= {{ months_between_periods('in_series.period_type') }},
            true
        ) as is_next_period,
        not {{ compares_within_release('in_series.definition_id') }}
        or in_series.preceding_published_on = in_series.published_on as is_of_one_release,
        not {{ compares_within_release('in_series.definition_id') }}
        or in_series.year_before_published_on = in_series.published_on as is_year_of_one_release
    from in_series
    left join broken_steps
        on
            in_series.measure_id = broken_steps.measure_id
            and in_series.geography_level is not distinct from broken_steps.geography_level
            and in_series.organisation_code is not distinct from broken_steps.organisation_code
            and in_series.period_end = broken_steps.period_end
            and in_series.preceding_start = broken_steps.preceding_start
    left join broken_steps as broken_years
        on
            in_series.measure_id = broken_years.measure_id
            and in_series.geography_level is not distinct from broken_years.geography_level
            and in_series.organisation_code is not distinct from broken_years.organisation_code
            and in_series.period_end = broken_years.period_end
            and in_series.year_before_start = broken_years.preceding_start
),

compared as (
    select
        *,
        is_next_period and is_of_one_release and not has_discontinuity as is_compared,
        is_year_of_one_release and year_on_year_break_ids is null as is_year_compared
    from judged
),

final as (
    select
        {{ observation_columns() }},
        case when is_compared then preceding_value end as previous_value,
        case when is_compared then preceding_start end as previous_period_start,
        case when is_compared then preceding_end end as previous_period_end,
        case when is_year_compared then year_before_value end as year_before_value,
        has_discontinuity,
        discontinuity_ids,
        year_on_year_break_ids
    from compared
)

select * from final
