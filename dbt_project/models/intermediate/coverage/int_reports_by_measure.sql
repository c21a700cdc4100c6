-- What became of each body's report, measure by measure. A measure is asked for in the periods of
-- which any body's figure of it is held, and in those that no file holds.
{{ config(materialized='view') }}
{%- set told = [
    'period_start', 'period_end', 'organisation_code', 'coverage_status', 'is_expected', 'is_new',
    'is_synthetic',
] %}

with judged as (
    select * from {{ ref('int_reports_judged') }}
),

counted as (
    select * from {{ ref('int_reports_counted') }}
),

-- Answers to a return go into every measure that is made of it.
of_returns as (
    select distinct
        {{ data_set('returned') }},
        definitions.measure_id
    from {{ ref('int_reports_returned') }} as returned
    inner join {{ ref('measures') }} as measures
        on returned.publication_id = measures.publication_id
    inner join {{ ref('definitions') }} as definitions
        on
            measures.measure_id = definitions.measure_id
            and returned.definition_id = definitions.definition_id
),

of_all_periods as (
    select distinct {{ data_set() }}, measure_id, true as is_of_figures from counted
    union all
    select {{ data_set() }}, measure_id, false as is_of_figures from of_returns
),

of_held_periods as (
    select distinct {{ data_set() }}, period_start, period_end, measure_id from counted
),

measures as (
    select
        {{ data_set('awaited') }},
        awaited.period_start,
        awaited.period_end,
        of_all_periods.measure_id,
        of_all_periods.is_of_figures
    from {{ ref('int_reports_awaited') }} as awaited
    inner join of_all_periods
        on {{ in_one_data_set('awaited', 'of_all_periods') }}
    left join of_held_periods
        on
            {{ in_one_period('awaited', 'of_held_periods') }}
            and of_all_periods.measure_id = of_held_periods.measure_id
    where
        of_held_periods.measure_id is not null
        or not of_all_periods.is_of_figures
        or not awaited.is_held
),

final as (
    select
        measures.measure_id,
        {{ data_set('judged') }},
        {%- for column in told %}
        judged.{{ column }},
        {%- endfor %}
        judged.is_received
        and (coalesce(counted.given_count > 0, false) or not measures.is_of_figures) as has_figure,
        coalesce(counted.observed_count = 0 and counted.suppressed_count > 0, false) as is_hidden
    from judged
    inner join measures
        on {{ in_one_period('judged', 'measures') }}
    left join counted
        on
            {{ in_one_period('judged', 'counted') }}
            and measures.measure_id = counted.measure_id
            and judged.organisation_code = counted.organisation_code
)

select * from final
