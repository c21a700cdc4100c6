-- Row 10: yes, unweighted; the printed weighted share. Managers and colleagues are one question.
select * exclude (metric_id),
from survey_truth
where metric_id = 'discrimination_at_work'
