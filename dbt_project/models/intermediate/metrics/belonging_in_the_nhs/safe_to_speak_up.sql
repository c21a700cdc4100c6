-- Row 12: colleagues who feel safe to speak up. The pulse is the printed source; its waves are no
-- line with any other survey.
with pulse_results as (
    select * from {{ ref('int_pulse_results') }}
    where pulse_item = 'safe_to_speak_up'
),

final as (
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
