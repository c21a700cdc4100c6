-- Each recorded date of a promise, and of the worked example of each kind of phrase, is the one
-- that its own words and the rule for them give. A date that was carried over from a neighbouring
-- sentence has its words carried over with it (`date_confidence`), so there is no exception.
select
    dated_id,
    date_phrase,
    window_start,
    derived_window_start,
    due_date,
    derived_due_date,
    due_date_earliest,
    derived_due_date_earliest
from {{ ref('int_phrases_dated') }}
where
    derived_date_kind is null
    or date_kind <> derived_date_kind
    or coalesce(window_start, date '1900-01-01')
    <> coalesce(derived_window_start, date '1900-01-01')
    or coalesce(due_date, date '1900-01-01') <> coalesce(derived_due_date, date '1900-01-01')
    or coalesce(due_date_earliest, date '1900-01-01')
    <> coalesce(derived_due_date_earliest, date '1900-01-01')
