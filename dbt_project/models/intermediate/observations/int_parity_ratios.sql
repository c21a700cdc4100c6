-- Shares of senior leaders over the share of the same people in the workforce of the same body on
-- the same day, beside the ratio of the period before and of a year before, where shares compare.
with in_series as (
    select * from {{ ref('int_observations_in_series') }}
),

comparators as (
    select * from {{ ref('parity_comparators') }}
),

leaders as (
    select
        in_series.*,
        comparators.workforce_measure_id,
        comparators.workforce_definition_id
    from in_series
    inner join comparators
        on {{ same_columns('in_series', 'comparators', 'measure_id, definition_id') }}
),

workforce as (
    select in_series.*
    from in_series
    where
        (measure_id, definition_id) in (
            select
                comparators.workforce_measure_id,
                comparators.workforce_definition_id
            from comparators
        )
        and value > 0
),

ratios as (
    select
        leaders.*,
        leaders.value / workforce.value as disparity_ratio
    from leaders
    inner join workforce
        on
            leaders.workforce_measure_id = workforce.measure_id
            and leaders.workforce_definition_id = workforce.definition_id
            and {{ same_columns('leaders', 'workforce', place_and_time()) }}
    where leaders.value is not null
),

final as (
    select
        {% for column in observation_cell().split(',') -%}
        ratios.{{ column.strip() }},
        {% endfor -%}
        ratios.disparity_ratio,
        earlier.disparity_ratio as previous_disparity_ratio,
        year_before.disparity_ratio as year_before_disparity_ratio
    from ratios
    left join ratios as earlier
        on
            {{ same_columns('ratios', 'earlier', observation_series()) }}
            and ratios.previous_period_end = earlier.period_end
    left join ratios as year_before
        on
            {{ same_columns('ratios', 'year_before', observation_series()) }}
            and {{ months_between('year_before.period_end', 'ratios.period_end') }} = 12
            and ratios.year_before_value is not null
)

select * from final
