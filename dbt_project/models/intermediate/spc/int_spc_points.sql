-- Points of control charts: values of monthly series, each with the change since the month before.
-- A break starts a new segment, hidden months or not. A month without a value is no point: across
-- it nothing is compared, but the segment goes on. A month that stands alone is of no monthly
-- series: practices were counted by the quarter before they were counted by the month.
with in_series as (
    select
        {{ observation_series() }},
        period_start,
        period_end,
        value,
        has_discontinuity
    from {{ ref('int_observations_in_series') }}
    where period_type in {{ charted_period_types() }}
),

segmented as (
    select
        *,
        sum(case when has_discontinuity then 1 else 0 end) over (
            partition by {{ observation_series() }}
            order by period_end asc
            rows between unbounded preceding and current row
        ) as segment_number
    from in_series
),

beside as (
    select
        *,
        value - lag(value) over segments as step,
        coalesce({{ months_between('lag(period_end) over segments', 'period_end') }} = 1, false)
            as follows_on,
        coalesce({{ months_between('period_end', 'lead(period_end) over segments') }} = 1, false)
            as is_followed
    from segmented
    where value is not null
    window segments as (
        partition by {{ observation_series() }}, segment_number order by period_end asc
    )
),

final as (
    select
        {{ observation_series() }},
        period_start,
        period_end,
        value,
        segment_number,
        sum(case when follows_on then 0 else 1 end) over (
            partition by {{ observation_series() }}
            order by period_end asc
            rows between unbounded preceding and current row
        ) as stretch_number,
        case when follows_on then step end as change_on_month
    from beside
    where follows_on or is_followed
)

select * from final
