-- Results of the staff survey by ethnicity. No file holds them weighted: they are computed from the
-- unweighted answers of the groups in a detailed workbook.
select
    known.known_value_id,
    history.value as computed,
    'marts.metric_history, by the definition nss_unweighted' as computed_from,
from known
inner join marts.metric_history as history
    on known.measure_id = history.measure_id
    and known.period_end = history.period_end
    and known.breakdown_type = history.breakdown_type
    and known.breakdown_value = history.breakdown_value
    and known.published_on = history.published_on
where
    known.definition_id = 'nss_weighted'
    and known.breakdown_type = 'ethnicity'
    and history.definition_id = 'nss_unweighted'
