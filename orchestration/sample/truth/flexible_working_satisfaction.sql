-- Row 6: satisfied and very satisfied, unweighted; the printed weighted share.
select * exclude (metric_id),
from survey_truth
where metric_id = 'flexible_working_satisfaction'
