-- Row 12: agree and strongly agree, unweighted; the printed weighted share.
select * exclude (metric_id),
from survey_truth
where metric_id = 'safe_to_speak_up'
