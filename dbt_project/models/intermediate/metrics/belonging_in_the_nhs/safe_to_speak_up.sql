-- Row 12: staff who feel safe to speak up: by waves of the pulse survey, the printed source, and
-- yearly by the staff survey. They are two measures: never one line.
with pulse_results as (
    select * from {{ ref('int_pulse_results') }}
    where pulse_item = 'safe_to_speak_up'
),

answers as (
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

    union all

    {{ as_observations(
        'pulse_results',
        measure_id="'safe_to_speak_up_pulse'",
        definition_id="'people_pulse'",
        period_type="'survey_wave'",
        value='positive_pct',
        numerator='positive_answers',
        denominator='valid_answers',
        base_count='valid_answers',
        availability_status="case when valid_answers = 0 then 'not_applicable' "
            ~ 'else availability_status end',
        is_provisional='false',
        published_on='known_on',
        file_id='known_file_id'
    ) }}
)

select * from final
