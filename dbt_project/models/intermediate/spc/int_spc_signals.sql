-- Points with the rules of special cause that they are part of: 1 upwards, -1 downwards, 0 where
-- the rule does not hold. All seven points of a shift or trend are part of it; of two in three,
-- those beyond two thirds of the way to the limit, where all three lie on one side of the mean. A
-- point beyond a limit is counted for that alone.
{%- set run = points_of_a_run() | int %}

with limits as (
    select * from {{ ref('int_spc_limits') }}
),

placed as (
    select
        *,
        {{ above_or_below('change_on_month', '0') }} as step,
        {{ above_or_below('value', 'mean') }} as side,
        case
            when {{ above_or_below('value', 'upper_limit') }} > 0 then 1
            when {{ above_or_below('value', 'lower_limit') }} < 0 then -1
            else 0
        end as outside_limits,
        case
            when
                {{ above_or_below('abs(value - mean)', limit_factor() ~ ' * average_range') }} <= 0
                and {{ above_or_below(
                    'abs(value - mean)', limit_factor() ~ ' * average_range * 2 / 3'
                ) }} > 0
                then 1
            else 0
        end as is_near_limit
    from limits
),

ended as (
    select
        *,
        {{ ends_run_of('side', run) }} as ends_shift,
        {{ ends_run_of('step', run - 1) }} as ends_trend,
        case
            when sum(is_near_limit) over {{ last_rows(3) }} >= 2
                then {{ ends_run_of('side', 3) }}
            else 0
        end as ends_two_in_three
    from placed
),

final as (
    select
        {{ observation_series() }},
        period_start,
        period_end,
        mean,
        lower_limit,
        upper_limit,
        point_count,
        baseline_start,
        outside_limits,
        {{ part_of_run('ends_shift', run) }} as shift,
        {{ part_of_run('ends_trend', run) }} as trend,
        is_near_limit * {{ part_of_run('ends_two_in_three', 3) }} as two_in_three
    from ended
)

select * from final
