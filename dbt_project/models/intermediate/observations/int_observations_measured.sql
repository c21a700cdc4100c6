-- Current observations with what the measure says of a change: which side is better, whether the
-- time of year moves it, how far a share is from parity; and who the peers of a unit are. Peers of
-- an organisation are those of its benchmark group; of another unit, its whole level.
{{ config(materialized='view') }}

with in_series as (
    select * from {{ ref('int_observations_in_series') }}
),

measures as (
    select * from {{ ref('measures') }}
),

organisations as (
    select * from {{ ref('int_organisations') }}
),

parity as (
    select * from {{ ref('int_parity_ratios') }}
),

measured as (
    select
        in_series.*,
        measures.polarity,
        measures.is_seasonal and not {{ holds_every_season('in_series.period_type') }}
            as is_seasonal,
        -- Differences of decimals carry noise in their last places: none of it is a change.
        round(in_series.value - in_series.previous_value, 8) as change,
        round(in_series.value - in_series.year_before_value, 8) as year_on_year_change,
        parity.disparity_ratio,
        parity.previous_disparity_ratio,
        parity.year_before_disparity_ratio,
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
    left join parity
        on {{ same_cell('in_series', 'parity') }}
),

final as (
    select
        {{ observation_columns() }},
        previous_value,
        previous_period_start,
        previous_period_end,
        year_before_value,
        has_discontinuity,
        discontinuity_ids,
        year_on_year_break_ids,
        polarity,
        is_seasonal,
        change,
        year_on_year_change,
        disparity_ratio,
        previous_disparity_ratio,
        year_before_disparity_ratio,
        peer_group,
        compared_release
    from measured
)

select * from final
