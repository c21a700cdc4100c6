-- Each cell as it was published last: one row per measure, definition, period, unit and breakdown.
with observations as (
    select * from {{ ref('int_observations') }}
),

ranked as (
    select
        *,
        row_number() over (
            partition by {{ observation_cell() }}
            order by {{ newest_vintage_first() }}
        ) as recency
    from observations
),

final as (
    select {{ observation_columns() }}
    from ranked
    where recency = 1
)

select * from final
