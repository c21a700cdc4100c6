-- The periods of every publication that keeps to a calendar, and when each falls due.
select
    publication_id,
    period_start,
    period_end,
    met_from,
    opens_on,
    due_on,
    late_after,
    cadence,
    is_provisional
from {{ source('raw', 'release_calendar') }}
order by publication_id asc, period_end asc
