-- Current observations, silent measures among them, beside the period before in their series.
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
        lag(published_on) over series as preceding_published_on
    from published
    window series as (
        partition by
            {{ observation_series() }}, {{ comparable_periods('period_type', 'period_end') }}
        order by period_end asc
    )
),

final as (
    select
        {{ observation_columns() }},
        preceding_value,
        preceding_start,
        preceding_end,
        preceding_published_on
    from preceded
)

select * from final
