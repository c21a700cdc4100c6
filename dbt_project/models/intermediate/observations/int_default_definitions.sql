-- The definition of each measure that the scorecard shows: the best ranked one that has a value for
-- England; where none has, the best ranked one.
with definitions as (
    select * from {{ ref('definitions') }}
),

england as (
    select distinct
        measure_id,
        definition_id
    from {{ ref('int_observations_current') }}
    where
        geography_level = 'england'
        and breakdown_type = 'all'
        and availability_status = 'observed'
),

ranked as (
    select
        definitions.*,
        england.definition_id is not null as has_england_value,
        row_number() over (
            partition by definitions.measure_id
            order by
                case when england.definition_id is null then 1 else 0 end,
                definitions.scorecard_rank
        ) as preference
    from definitions
    left join england
        on
            definitions.measure_id = england.measure_id
            and definitions.definition_id = england.definition_id
),

final as (
    select
        measure_id,
        definition_id,
        definition_name,
        scorecard_rank,
        has_england_value
    from ranked
    where preference = 1
)

select * from final
