-- Current observations beside the period before, the year before, England and their peers, and what
-- a change means. What compares within one release only is ranked among the figures of its release.
with measured as (
    select * from {{ ref('int_observations_measured') }}
),

ranked as (
    select
        *,
        value is not null and peer_group is not null as has_rank,
        max(case when geography_level = 'england' then value end) over everywhere
            as england_value,
        rank() over peers_best_first as rank_among_peers,
        count(value) over peers as observed_peers
    from measured
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
        coalesce(
            {{ parity_direction('disparity_ratio', 'previous_disparity_ratio') }},
            {{ direction('change', polarity_of_the_step()) }}
        ) as direction,
        england_value,
        case when has_rank then rank_among_peers end as peer_rank,
        case when peer_group is not null then observed_peers end as peer_count,
        has_discontinuity,
        discontinuity_ids,
        peer_group,
        case
            when
                has_rank
                and polarity in ('higher_better', 'lower_better')
                and observed_peers >= {{ fewest_peers_of_quartiles() }}
                then {{ quartile('rank_among_peers', 'observed_peers') }}
        end as peer_quartile,
        year_before_value,
        year_on_year_change,
        coalesce(
            {{ parity_direction('disparity_ratio', 'year_before_disparity_ratio') }},
            {{ direction('year_on_year_change', 'polarity') }}
        ) as year_on_year_direction,
        disparity_ratio,
        is_seasonal,
        previous_period_start,
        previous_period_end,
        year_on_year_break_ids
    from ranked
)

select * from final
