-- Row 12: staff who feel safe to speak up about anything that concerns them, yearly by the staff
-- survey. Waves of the pulse survey, the printed source, are another measure: never one line.
with answers as (
    select
        *,
        response_option in ('agree', 'strongly agree') as is_positive,
        true as is_in_base
    from {{ ref('int_survey_answers') }}
    where metric_id = 'safe_to_speak_up'
),

unweighted as (
    {{ survey_shares('answers') }}
),

weighted as (
    select * from {{ ref('int_survey_benchmark_results') }}
    where metric_id = 'safe_to_speak_up'
),

annual as (
    {{ survey_observations('unweighted', 'weighted') }}
),

final as (
    select * from annual
)

select * from final
