-- Current observations, silent measures among them, beside the period before in their series. The
-- two are not compared across a break, nor where a period is missing between them, nor across the
-- releases of a series that each release restates.
with published as (
    select * from {{ ref('int_observations_current') }}
    union all
    select * from {{ ref('int_measures_without_england') }}
),

breaks as (
    select * from {{ ref('int_measure_breaks') }}
),

in_series as (
    select
        *,
        lag(value) over series as preceding_value,
        lag(period_start) over series as preceding_start,
        lag(period_end) over series as preceding_end,
        lag(published_on) over series as preceding_published_on
    from published
    window series as (
        partition by
            {{ observation_series() }}, {{ comparable_periods('period_type', 'period_end') }}
        order by period_end asc
    )
),

-- Many series take the same steps from period to period: breaks are looked up once a step.
steps as (
    select distinct
        measure_id,
        geography_level,
        organisation_code,
        preceding_start,
        period_end
    from in_series
    where preceding_start is not null
),

broken_steps as (
    select
        steps.measure_id,
        steps.geography_level,
        steps.organisation_code,
        steps.preceding_start,
        steps.period_end,
        {{ listed_texts('breaks.discontinuity_id') }} as discontinuity_ids
    from steps
    inner join breaks
        on
            steps.measure_id = breaks.measure_id
            and steps.period_end >= breaks.breaks_from
            and steps.preceding_start < breaks.breaks_until
    where
        breaks.organisation_code is null
        or (
            steps.geography_level = 'organisation'
            and steps.organisation_code = breaks.organisation_code
        )
    group by
        steps.measure_id,
        steps.geography_level,
        steps.organisation_code,
        steps.preceding_start,
        steps.period_end
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
