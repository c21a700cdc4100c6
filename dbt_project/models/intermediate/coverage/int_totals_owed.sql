-- What the change of England's total owes to bodies that report in both periods, to those that
-- started to report, stopped, or are hidden in one of the two, and what none of them explains.
{%- set parts = ['compared', 'started', 'stopped', 'hidden'] %}

with paired as (
    select * from {{ ref('int_totals_paired') }}
),

stepped as (
    select
        *,
        case
            when amount is not null and previous_amount is not null then 'compared'
            when amount is not null and not was_reported then 'started'
            when previous_amount is not null and not is_reported then 'stopped'
            when amount is not null or previous_amount is not null then 'hidden'
        end as part,
        coalesce(amount, 0) - coalesce(previous_amount, 0) as change
    from {{ ref('int_totals_stepped') }}
),

summed as (
    select
        {%- for part in parts %}
        count(case when part = '{{ part }}' then 1 end) as {{ part }}_count,
        coalesce({{ exact_sum("case when part = '" ~ part ~ "' then change end") }}, 0)
            as {{ part }}_change,
        {%- endfor %}
        measure_id,
        {{ data_set() }},
        period_start,
        period_end
    from stepped
    group by measure_id, {{ data_set() }}, period_start, period_end
),

final as (
    select
        paired.measure_id,
        {{ data_set('paired') }},
        paired.period_start,
        paired.period_end,
        paired.previous_period_end,
        paired.england_value,
        paired.previous_england_value,
        round(paired.england_value - paired.previous_england_value, 8) as england_change,
        {%- for part in parts %}
        summed.{{ part }}_count,
        summed.{{ part }}_change,
        {%- endfor %}
        -- To the sixth decimal: less is what a sum of floating point numbers loses.
        round(
            paired.england_value - paired.previous_england_value
            {%- for part in parts %}
            - summed.{{ part }}_change
            {%- endfor %},
            6
        ) + 0 as other_change
    from paired
    inner join summed
        on
            {{ in_one_period('paired', 'summed') }}
            and paired.measure_id = summed.measure_id
)

select * from final
