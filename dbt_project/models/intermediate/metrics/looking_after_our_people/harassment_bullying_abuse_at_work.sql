-- Row 1: staff who experienced harassment, bullying or abuse, by source; physical violence beside
-- it. Positive is any answer of one or more incidents. The sources overlap: never add them.
with answers as (
    select
        *,
        response_option <> 'never' as is_positive,
        true as is_in_base
    from {{ ref('int_survey_answers') }}
    where metric_id = 'harassment_bullying_abuse_at_work'
),

unweighted as (
    {{ survey_shares('answers') }}
),

weighted as (
    select * from {{ ref('int_survey_benchmark_results') }}
    where metric_id = 'harassment_bullying_abuse_at_work'
),

final as (
    {{ survey_observations('unweighted', 'weighted') }}
)

select * from final
