-- Current observations beside the period before, England and their peers, and what a change means.
-- Peers of an organisation are those of its benchmark group; of another unit, its whole level. What
-- compares within one release only is ranked among the figures of its release.
with in_series as (
    select * from {{ ref('int_observations_in_series') }}
),

measures as (
    select * from {{ ref('measures') }}
),

organisations as (
    select * from {{ ref('int_organisations') }}
),

grouped as (
    select
        in_series.*,
        measures.polarity,
        -- Differences of decimals carry noise in their last places: none of it is a change.
        round(in_series.value - in_series.previous_value, 8) as change,
        case in_series.geography_level
            when 'organisation' then organisations.benchmark_group
            else nullif(in_series.geography_level, 'england')
        end as peer_group,
        {{ release_compared_within('in_series.definition_id', 'in_series.published_on') }}
            as compared_release
    from in_series
    inner join measures
        on in_series.measure_id = measures.measure_id
    left join organisations
        on in_series.organisation_code = organisations.organisation_code
),

ranked as (
    select
        *,
        max(case when geography_level = 'england' then value end) over everywhere
            as england_value,
        rank() over peers_best_first as rank_among_peers,
        count(value) over peers as observed_peers
    from grouped
    window
        everywhere as (
            partition by {{ observation_subject() }}, period_start, period_end, compared_release
        ),
        peers as (
            partition by
                {{ observation_subject() }}, period_start, period_end, compared_release,
                geography_level, peer_group
        ),
        peers_best_first as (
            partition by
                {{ observation_subject() }}, period_start, period_end, compared_release,
                geography_level, peer_group
            order by case when polarity = 'lower_better' then value else -value end asc nulls last
        )
),

final as (
    select
        {{ observation_columns() }},
        polarity,
        previous_value,
        change,
        {{ direction('change', 'polarity') }} as direction,
        england_value,
        case
            when value is not null and peer_group is not null then rank_among_peers
        end as peer_rank,
        case when peer_group is not null then observed_peers end as peer_count,
        has_discontinuity,
        discontinuity_ids
    from ranked
)

select * from final
