-- Cells beside the target in force at the end of their period: of the same definition, breakdown
-- and level, and of one unit where the target names one.
with targets as (
    select * from {{ ref('targets') }}
),

observations as (
    select
        {{ observation_cell() }}
    from {{ ref('int_observations_current') }}
),

final as (
    select
        observations.*,
        targets.target_id,
        targets.target_value,
        targets.target_comparison
    from observations
    inner join targets
        on
            observations.measure_id = targets.measure_id
            and observations.definition_id = targets.definition_id
            and observations.geography_level = targets.geography_level
            and observations.breakdown_type = targets.breakdown_type
            and observations.breakdown_value = targets.breakdown_value
            and observations.period_end >= targets.valid_from
            and coalesce(observations.period_end <= targets.valid_until, true)
            and coalesce(observations.organisation_code = targets.organisation_code, true)
)

select * from final
