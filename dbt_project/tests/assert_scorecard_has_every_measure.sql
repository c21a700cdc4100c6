-- All of Annex A is in the scorecard, published or not: returns measures and metrics it lacks.
select measures.measure_id as missing
from {{ ref('measures') }} as measures
left join {{ ref('scorecard') }} as scorecard
    on measures.measure_id = scorecard.measure_id
where scorecard.measure_id is null

union all

select metrics.metric_id as missing
from {{ ref('metrics') }} as metrics
left join {{ ref('scorecard') }} as scorecard
    on metrics.metric_id = scorecard.metric_id
where scorecard.metric_id is null
