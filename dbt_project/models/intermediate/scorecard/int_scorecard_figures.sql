-- The latest figure for England of every measure by its default definition, with all that stands
-- beside it in the mart of its chapter.
with metrics as (
    select * from {{ ref('metrics') }}
),

england as (
    select
        described.*,
        row_number() over (
            partition by described.measure_id
            order by
                case when described.availability_status = 'observed' then 0 else 1 end,
                -- A metric may also be given by quarter or year: its own kind of period leads, and
                -- of a quarter and a year that end on one day, the quarter.
                case when described.period_type = metrics.period_type then 0 else 1 end,
                described.period_end desc nulls last,
                described.period_start desc nulls last
        ) as recency
    from {{ ref('int_observations_described') }} as described
    inner join metrics
        on
            described.metric_id = metrics.metric_id
            and described.chapter_id = metrics.primary_chapter_id
    where
        described.geography_level = 'england'
        and described.breakdown_type = 'all'
        and described.is_default_definition
),

final as (
    select
        measure_id,
        {{ scorecard_columns() | join(',\n        ') }},
        -- Not counted yet: empty, never guessed.
        cast(null as {{ dbt.type_string() }}) as spc_rules,
        cast(null as boolean) as spc_limits_are_trial,
        cast(null as {{ dbt.type_string() }}) as target_id,
        cast(null as double) as interval_lower,
        cast(null as double) as interval_upper,
        cast(null as {{ dbt.type_string() }}) as interval_method,
        cast(null as bigint) as received_count,
        cast(null as bigint) as expected_count
    from england
    where recency = 1
)

select * from final
