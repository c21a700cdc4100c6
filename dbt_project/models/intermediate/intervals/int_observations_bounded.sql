-- Proportions of series that are not charted, between the bounds of their interval. Counts that
-- stand on whole units are their own base; the base of a weighted sample is divided by its design
-- effect where one is published, and is the most it can be where none is.
with observations as (
    select * from {{ ref('int_observations_current') }}
),

interval_bases as (
    select * from {{ ref('interval_bases') }}
),

based as (
    select
        {{ columns_of('observations', observation_cell()) }},
        coalesce(observations.numerator / observations.denominator, observations.value / 100)
            as proportion,
        coalesce(observations.denominator, observations.base_count)
        / coalesce(interval_bases.design_effect, 1) as base,
        case
            when interval_bases.base_kind = 'counted' then 'wilson'
            when interval_bases.design_effect is not null then 'wilson_effective_base'
            else 'wilson_base'
        end as interval_method
    from observations
    inner join interval_bases
        on
            observations.measure_id = interval_bases.measure_id
            and observations.definition_id = interval_bases.definition_id
            and coalesce(observations.geography_level = interval_bases.geography_level, true)
    where
        interval_bases.base_kind <> 'none'
        and observations.value is not null
        and observations.period_type not in {{ charted_period_types() }}
),

final as (
    select
        {{ observation_cell() }},
        {{ wilson_bound('proportion', 'base', '-') }} as interval_lower,
        {{ wilson_bound('proportion', 'base', '+') }} as interval_upper,
        interval_method
    from based
    where proportion between 0 and 1 and base > 0
)

select * from final
