-- Row 10: staff who experienced discrimination, from the public and from a manager or colleagues.
-- The survey asks about managers and colleagues in one question: parts b and c have no values of
-- their own.
with answers as (
    select
        *,
        response_option = 'yes' as is_positive,
        true as is_in_base
    from {{ ref('int_survey_answers') }}
    where metric_id = 'discrimination_at_work'
),

unweighted as (
    {{ survey_shares('answers') }}
),

weighted as (
    select * from {{ ref('int_survey_benchmark_results') }}
    where metric_id = 'discrimination_at_work'
),

final as (
    {{ survey_observations('unweighted', 'weighted') }}
)

select * from final
