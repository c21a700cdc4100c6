-- Row 6: staff who are satisfied, or very satisfied, with their opportunities for flexible working.
with answers as (
    select
        *,
        response_option in ('satisfied', 'very satisfied') as is_positive,
        true as is_in_base
    from {{ ref('int_survey_answers') }}
    where metric_id = 'flexible_working_satisfaction'
),

unweighted as (
    {{ survey_shares('answers') }}
),

weighted as (
    select * from {{ ref('int_survey_benchmark_results') }}
    where metric_id = 'flexible_working_satisfaction'
),

final as (
    {{ survey_observations('unweighted', 'weighted') }}
)

select * from final
