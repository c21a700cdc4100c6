-- Safe to speak up, of those who took part in a wave of the pulse: hidden where numbers are small.
select
    'safe_to_speak_up_pulse' as measure_id,
    'people_pulse' as definition_id,
    period_start,
    period_end,
    geography_level,
    organisation_code,
    breakdown_type,
    breakdown_value,
    value,
    availability_status,
from pulse_shown
where item_id = 'safe_to_speak_up'
