-- Indicators of the race equality standard that are no metric: how much likelier white people are to
-- be appointed from a shortlist.
select
    known.known_value_id,
    indicators.relative_likelihood as computed,
    'indicator 2 of England in the race equality standard' as computed_from,
from known
inner join staging.stg_wres__indicator_values as indicators
    on known.period_end = indicators.standard_on
    and known.published_on = indicators.published_on
where
    known.series_id = 'wres_relative_likelihood_appointment'
    and indicators.wres_indicator = 2
    and indicators.geography_level = 'england'
