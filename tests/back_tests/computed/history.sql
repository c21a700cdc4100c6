-- Figures that a mart holds as they were printed: the same measure, definition, period, breakdown
-- and release. A day's figure is counted at its day, whatever the period begins with.
select
    known.known_value_id,
    history.value as computed,
    'marts.metric_history' as computed_from,
from known
left join reference.primary_care_staff as roles
    on known.breakdown_type = 'staff_role'
    and lower(known.breakdown_value) = roles.staff_label
inner join marts.metric_history as history
    on known.measure_id = history.measure_id
    and known.definition_id = history.definition_id
    and known.period_end = history.period_end
    and (
        known.period_start = history.period_start
        or history.period_type in ('snapshot_date', 'month_end_snapshot', 'quarter_end_snapshot')
    )
    and known.breakdown_type = history.breakdown_type
    and lower(coalesce(roles.staff_role, known.breakdown_value)) = lower(history.breakdown_value)
    and known.published_on = history.published_on
where
    history.geography_level = 'england'
    and history.value is not null
