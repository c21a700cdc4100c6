-- Row 1: any answer but never, unweighted; the printed weighted share.
select * exclude (metric_id),
from survey_truth
where metric_id = 'harassment_bullying_abuse_at_work'
