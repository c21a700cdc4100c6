-- Rates of a whole year, of which the mart holds the months: days lost of the twelve over days
-- available of the twelve, as the release that gave the year knew them.
select
    known.known_value_id,
    100 * sum(history.numerator) / sum(history.denominator) as computed,
    'twelve months of marts.metric_history' as computed_from,
from known
inner join marts.metric_history as history
    on known.measure_id = history.measure_id
    and known.definition_id = history.definition_id
    and known.published_on = history.published_on
    and history.period_start >= known.period_start
    and history.period_end <= known.period_end
where
    known.measure_id = 'sickness_absence_rate_trusts'
    and known.period_end > last_day(known.period_start)
    and history.period_type = 'calendar_month'
    and history.geography_level = 'england'
    and history.breakdown_type = 'all'
group by known.known_value_id
having count(history.numerator) = 12
