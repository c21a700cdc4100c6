-- Which organisations the figures of a code belong to, on the map of any day, with shares.
select
    organisation_code,
    mapped_code,
    share,
    map_from,
    map_until,
    period_end_from,
    period_end_until
from {{ ref('int_organisation_map') }}
