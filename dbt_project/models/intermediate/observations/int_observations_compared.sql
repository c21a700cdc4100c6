-- Current observations beside the period before, England and their peers.
-- Nothing is compared across a break, nor with a period that is not the one before.
with published as (
    select * from {{ ref('int_observations_current') }}
    union all
    select * from {{ ref('int_measures_without_england') }}
),

observations as (
    select
        published.*,
        measures.polarity,
        case published.geography_level
            when 'organisation' then organisations.benchmark_group
            else nullif(published.geography_level, 'england')
        end as peer_group
    from published
    inner join {{ ref('measures') }} as measures
        on published.measure_id = measures.measure_id
    left join {{ ref('int_organisations') }} as organisations
        on published.organisation_code = organisations.organisation_code
),

in_series as (
    select
        *,
        lag(value) over series as preceding_value,
        lag(period_start) over series as preceding_start,
        lag(period_end) over series as preceding_end,
        rank() over peers_best_first as rank_among_peers,
        count(value) over peers as observed_peers
    from observations
    window
        series as (
            partition by {{ observation_series() | join(', ') }}
            order by period_end
        ),
        peers as (
            partition by
                {{ observation_cell() | reject('eq', 'organisation_code') | join(', ') }}, peer_group
        ),
        peers_best_first as (
            partition by
                {{ observation_cell() | reject('eq', 'organisation_code') | join(', ') }}, peer_group
            order by
                case when polarity = 'lower_better' then value else -value end nulls last
        )
),

-- Few steps from one period to the next are shared by many series: breaks are looked up once a step.
steps as (
    select distinct
        measure_id,
        preceding_start,
        period_end
    from in_series
    where preceding_start is not null
),

broken_steps as (
    select distinct
        steps.measure_id,
        steps.preceding_start,
        steps.period_end
    from steps
    inner join {{ ref('int_measure_breaks') }} as breaks
        on
            steps.measure_id = breaks.measure_id
            and breaks.breaks_from <= steps.period_end
            and breaks.breaks_until > steps.preceding_start
),

england as (
    select * from observations
    where geography_level = 'england'
),

compared as (
    select
        in_series.*,
        broken_steps.measure_id is not null as has_discontinuity,
        case
            when
                broken_steps.measure_id is null
                and coalesce(
                    {{ months_between('in_series.preceding_end', 'in_series.period_end') }}
                    <= {{ months_between_periods('in_series.period_type') }},
                    true
                )
                then in_series.preceding_value
        end as previous_value,
        england.value as england_value
    from in_series
    left join broken_steps
        on
            in_series.measure_id = broken_steps.measure_id
            and in_series.preceding_start = broken_steps.preceding_start
            and in_series.period_end = broken_steps.period_end
    left join england
        on
            in_series.measure_id = england.measure_id
            and in_series.definition_id = england.definition_id
            and in_series.period_type = england.period_type
            and in_series.period_start = england.period_start
            and in_series.period_end = england.period_end
            and in_series.breakdown_type = england.breakdown_type
            and in_series.breakdown_value = england.breakdown_value
),

final as (
    select
        {{ observation_columns() | join(',\n        ') }},
        polarity,
        previous_value,
        -- Differences of decimals carry noise in their last places: none of it is a change.
        round(value - previous_value, 8) as change,
        {{ direction('round(value - previous_value, 8)', 'polarity') }} as direction,
        england_value,
        case when value is not null and peer_group is not null then rank_among_peers end as peer_rank,
        case when peer_group is not null then observed_peers end as peer_count,
        has_discontinuity
    from compared
)

select * from final
