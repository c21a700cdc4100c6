-- Row 24: answers in a wave of the People Pulse that are positive, by item. Whoever wished took
-- part: the level says nothing about all staff and never stands beside the staff survey.
with results as (
    select * from {{ ref('int_pulse_results') }}
    where pulse_item <> 'safe_to_speak_up'
),

final as (
    {{ as_observations(
        'results',
        measure_id="'pulse_' || pulse_item",
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
