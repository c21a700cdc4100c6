-- Points of control charts with what their chart says of them: which rules hold, whether that is
-- for the better, and whether the process can be expected to meet its target. What a point is
-- called follows the first of its rules, in the order in which the reference implementation asks.
with signals as (
    select
        *,
        case
            when outside_limits <> 0 then outside_limits
            when trend <> 0 then trend
            when two_in_three <> 0 then two_in_three
            else shift
        end as special_cause
    from {{ ref('int_spc_signals') }}
),

measures as (
    select * from {{ ref('measures') }}
),

targeted as (
    select * from {{ ref('int_observations_targeted') }}
),

final as (
    select
        {{ columns_of('signals', observation_cell()) }},
        signals.mean as spc_mean,
        signals.lower_limit as spc_lower_limit,
        signals.upper_limit as spc_upper_limit,
        {{ variation('signals.special_cause', 'measures.polarity') }} as spc_variation,
        {{ assurance(
            'signals.lower_limit', 'signals.upper_limit',
            'targeted.target_value', 'targeted.target_comparison'
        ) }} as spc_assurance,
        nullif(
            concat_ws(
                '|',
                case when signals.outside_limits <> 0 then 'outside_limits' end,
                case when signals.trend <> 0 then 'trend' end,
                case when signals.two_in_three <> 0 then 'two_in_three' end,
                case when signals.shift <> 0 then 'shift' end
            ),
            ''
        ) as spc_rules,
        signals.point_count as spc_point_count,
        signals.point_count < {{ points_of_robust_limits() }} as spc_limits_are_trial,
        signals.baseline_start as spc_baseline_start
    from signals
    inner join measures
        on signals.measure_id = measures.measure_id
    left join targeted
        on {{ same_cell('signals', 'targeted') }}
)

select * from final
