-- Counts since a programme began never fall from one day to a later one: somebody placed stays
-- placed. Returns counts below an earlier one of the same unit and profession, both as known now.
{{ config(severity='warn') }}

with observations as (
    select * from {{ ref('int_observations_current') }}
    where
        measure_id = 'returners_deployed'
        and availability_status = 'observed'
),

in_series as (
    select
        *,
        max(value) over (
            partition by {{ observation_series() }}
            order by period_end asc
            rows between unbounded preceding and 1 preceding
        ) as highest_before
    from observations
),

final as (
    select
        geography_level,
        organisation_code,
        breakdown_value,
        period_end,
        value,
        highest_before
    from in_series
    where value < highest_before
)

select * from final
