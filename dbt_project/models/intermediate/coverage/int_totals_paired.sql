-- The periods of every sum over bodies, each with the period before that is held and England's
-- total in both.

with periods as (
    select
        counted.measure_id,
        {{ data_set('counted') }},
        counted.period_start,
        counted.period_end,
        lag(counted.period_start) over in_order as previous_period_start,
        lag(counted.period_end) over in_order as previous_period_end
    from {{ ref('int_reports_counted') }} as counted
    inner join {{ ref('definitions') }} as definitions
        on
            counted.measure_id = definitions.measure_id
            and counted.definition_id = definitions.definition_id
    where definitions.adds_over_organisations = 'sum' and counted.given_count > 0
    group by
        counted.measure_id, {{ data_set('counted') }}, counted.period_start, counted.period_end
    window in_order as (
        partition by counted.measure_id, {{ data_set('counted') }} order by counted.period_end asc
    )
),

england as (
    select * from {{ ref('int_observations_current') }}
    where geography_level = 'england' and breakdown_type = 'all'
),

final as (
    select
        periods.*,
        england.value as england_value,
        england_before.value as previous_england_value
    from periods
    left join england
        on
            periods.measure_id = england.measure_id
            and periods.definition_id = england.definition_id
            and periods.period_type = england.period_type
            and periods.period_start = england.period_start
            and periods.period_end = england.period_end
    left join england as england_before
        on
            periods.measure_id = england_before.measure_id
            and periods.definition_id = england_before.definition_id
            and periods.period_type = england_before.period_type
            and periods.previous_period_start = england_before.period_start
            and periods.previous_period_end = england_before.period_end
    where periods.previous_period_end is not null
)

select * from final
