-- Current observations, silent measures among them, beside the period before in their series and
-- the period a year before.
{{ config(materialized='view') }}

with published as (
    select * from {{ ref('int_observations_current') }}
    union all
    select * from {{ ref('int_measures_without_england') }}
),

preceded as (
    select
        *,
        lag(value) over series as preceding_value,
        lag(period_start) over series as preceding_start,
        lag(period_end) over series as preceding_end,
        lag(published_on) over series as preceding_published_on,
        first_value(value) over a_year_before as year_before_value,
        first_value(period_start) over a_year_before as year_before_start,
        first_value(published_on) over a_year_before as year_before_published_on
    from published
    window
        series as (
            partition by
                {{ observation_series() }}, {{ comparable_periods('period_type', 'period_end') }}
            order by period_end asc
        ),
        -- Of periods as long as this one that which ended on the same day, leap years or not.
        a_year_before as (
            partition by
                {{ observation_series() }}, {{ comparable_periods('period_type', 'period_end') }},
                {{ months_between('period_start', 'period_end') }}
            order by period_end asc
            range between interval 366 days preceding and interval 365 days preceding
        )
),

final as (
    select
        {{ observation_columns() }},
        preceding_value,
        preceding_start,
        preceding_end,
        preceding_published_on,
        year_before_value,
        year_before_start,
        year_before_published_on
    from preceded
)

select * from final
