{# The constants and the arithmetic of control charts for single values (XmR), by the rules of NHS
   England's Making Data Count as the R package NHSRplotthedots computes them. #}

{# Period types whose series run from month to month: only those are charted. #}
{% macro charted_period_types() -%}
    ('calendar_month', 'month_end_snapshot')
{%- endmacro %}


{# Average moving ranges between the mean and a limit: 3 / 1.128. #}
{% macro limit_factor() -%}
    2.66
{%- endmacro %}


{# A moving range at or above this many average ones is not natural variation, and is left out. #}
{% macro outlying_range_factor() -%}
    3.267
{%- endmacro %}


{# Points that make limits robust: below, they are trial limits. #}
{% macro points_of_robust_limits() -%}
    12
{%- endmacro %}


{# The fewest moving ranges that limits rest on: those of five consecutive months. #}
{% macro fewest_moving_ranges() -%}
    4
{%- endmacro %}


{# Points in a row that make a shift or a trend. #}
{% macro points_of_a_run() -%}
    7
{%- endmacro %}


{# The mean of an expression over a window, added exactly, as `exact_sum` adds and for its reason;
   to twelve decimals, for the limits are given to more than eight. #}
{% macro exact_mean(expression, window) -%}
    cast(sum(cast({{ expression }} as decimal(30, 12))) over {{ window }} as double)
    / nullif(count({{ expression }}) over {{ window }}, 0)
{%- endmacro %}


{# Whether the first number lies above the second: 1, 0 or -1. Noise in the last places of decimals
   is no difference. #}
{% macro above_or_below(number, line) -%}
    sign(round({{ number }} - ({{ line }}), 8))
{%- endmacro %}


{# The point and those before it in its unbroken stretch of months, so many in all. #}
{% macro last_rows(points) -%}
    (
        partition by {{ observation_series() }}, stretch_number order by period_end asc
        rows between {{ points - 1 }} preceding and current row
    )
{%- endmacro %}


{# 1 or -1 at the last of so many points in a row whose sign is that; else 0. #}
{% macro ends_run_of(sign, points) -%}
    case sum({{ sign }}) over {{ last_rows(points) }}
        when {{ points }} then 1
        when -{{ points }} then -1
        else 0
    end
{%- endmacro %}


{# The sign of the run that a point is part of, by where runs of so many points end. Where one run
   ends and the opposite one begins, the point is part of that which begins. #}
{% macro part_of_run(ends, points) -%}
    {%- set next_rows -%}
        (
            partition by {{ observation_series() }}, stretch_number order by period_end asc
            rows between current row and {{ points - 1 }} following
        )
    {%- endset -%}
    case
        when max({{ ends }}) over {{ next_rows }} = 1 and min({{ ends }}) over {{ next_rows }} = -1
            then -{{ ends }}
        when max({{ ends }}) over {{ next_rows }} = 1 then 1
        when min({{ ends }}) over {{ next_rows }} = -1 then -1
        else 0
    end
{%- endmacro %}


{# What a signal (1 upwards, -1 downwards, 0 none) means. Polarities without a better side (neutral;
   towards parity, which needs the workforce's share beside it) say only on which side it lies. #}
{% macro variation(signal, polarity) -%}
    case
        when {{ signal }} = 0 then 'common_cause'
        when {{ polarity }} = 'higher_better' and {{ signal }} > 0 then 'special_cause_improvement'
        when {{ polarity }} = 'lower_better' and {{ signal }} < 0 then 'special_cause_improvement'
        when {{ polarity }} in ('higher_better', 'lower_better') then 'special_cause_concern'
        when {{ signal }} > 0 then 'special_cause_high'
        else 'special_cause_low'
    end
{%- endmacro %}


{# Whether a process within these limits meets its target always, never or now and then; null where
   there is none. A target on a limit can be met and missed. #}
{% macro assurance(lower_limit, upper_limit, target_value, target_comparison) -%}
    case
        when {{ target_value }} is null then null
        when
            {{ target_comparison }} = 'at_least'
            and {{ above_or_below(lower_limit, target_value) }} > 0
            then 'passing'
        when
            {{ target_comparison }} = 'at_most'
            and {{ above_or_below(upper_limit, target_value) }} < 0
            then 'passing'
        when
            {{ above_or_below(lower_limit, target_value) }} > 0
            or {{ above_or_below(upper_limit, target_value) }} < 0
            then 'failing'
        else 'hit_or_miss'
    end
{%- endmacro %}
