-- Changes of fully qualified doctors between two days that no definition begins with: one level less
-- the other, both of one release. A period that begins on the first of a month begins with the level
-- of the day before.
select
    known.known_value_id,
    ending.value - beginning.value as computed,
    'two levels of marts.metric_history' as computed_from,
from known
inner join marts.metric_history as ending
    on known.period_end = ending.period_end
    and known.published_on = ending.published_on
inner join marts.metric_history as beginning
    on ending.measure_id = beginning.measure_id
    and ending.definition_id = beginning.definition_id
    and ending.breakdown_type = beginning.breakdown_type
    and ending.geography_level = beginning.geography_level
    and ending.published_on = beginning.published_on
    and beginning.period_end = case
        when known.period_start = last_day(known.period_start) then known.period_start
        else known.period_start - 1
    end
where
    known.series_id = 'gp_fte_change'
    and ending.measure_id = 'gp_fte_fully_qualified'
    and ending.definition_id = 'fully_qualified'
    and ending.breakdown_type = 'all'
    and ending.geography_level = 'england'
