-- Points beside the centre line and the limits of their segment. Limits lie 2.66 average moving
-- ranges from the mean; ranges of 3.267 averages or more are left out, once, and the average is
-- taken again. Too few ranges, or none but zero, give no limits: no variation was seen.
with points as (
    select * from {{ ref('int_spc_points') }}
),

measured as (
    select
        *,
        {{ exact_mean('value', 'segments') }} as mean,
        {{ exact_mean('abs(change_on_month)', 'segments') }} as unscreened_range,
        count(*) over segments as point_count,
        count(change_on_month) over segments as range_count,
        min(period_start) over segments as baseline_start
    from points
    window segments as (partition by {{ observation_series() }}, segment_number)
),

screened as (
    select
        *,
        case
            when
                {{ above_or_below(
                    'abs(change_on_month)', outlying_range_factor() ~ ' * unscreened_range'
                ) }} < 0
                then abs(change_on_month)
        end as natural_range
    from measured
    where range_count >= {{ fewest_moving_ranges() }}
),

averaged as (
    select
        *,
        {{ exact_mean('natural_range', 'segments') }} as average_range
    from screened
    window segments as (partition by {{ observation_series() }}, segment_number)
),

final as (
    select
        {{ observation_series() }},
        period_start,
        period_end,
        value,
        stretch_number,
        change_on_month,
        round(mean, 10) as mean,
        round(mean - {{ limit_factor() }} * average_range, 10) as lower_limit,
        round(mean + {{ limit_factor() }} * average_range, 10) as upper_limit,
        round(average_range, 10) as average_range,
        point_count,
        baseline_start
    from averaged
    where round(average_range, 8) > 0
)

select * from final
