-- Current observations with the value of the period before. The two are not compared across a
-- break, nor where a period is missing between them, nor across the releases of a series that each
-- release restates.
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
        coalesce(
            {{ months_between('in_series.preceding_end', 'in_series.period_end') }}
            <= {{ months_between_periods('in_series.period_type') }},
            true
        ) as is_next_period,
        not {{ compares_within_release('in_series.definition_id') }}
        or in_series.preceding_published_on = in_series.published_on as is_of_one_release
    from in_series
    left join broken_steps
        on
            in_series.measure_id = broken_steps.measure_id
            and in_series.geography_level is not distinct from broken_steps.geography_level
            and in_series.organisation_code is not distinct from broken_steps.organisation_code
            and in_series.preceding_start = broken_steps.preceding_start
            and in_series.period_end = broken_steps.period_end
),

final as (
    select
        {{ observation_columns() }},
        case
            when is_next_period and is_of_one_release and not has_discontinuity
                then preceding_value
        end as previous_value,
        has_discontinuity,
        discontinuity_ids
    from judged
)

select * from final
