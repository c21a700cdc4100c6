-- Who took over from whom, without header: code, successor, reason, day, indicator.
-- Known gaps are part of it: two successions in a hundred never reached the list.
select
    organisations.organisation_code,
    successors.organisation_code,
    if(organisations.kind = 'commissioning_group', 'R', 'F'),
    strftime(organisations.closed_on + 1, '%Y%m%d'),
    if(organisations.kind = 'commissioning_group', 'X', ''),
    'SYNTHETIC',
from organisations
inner join organisations as successors
    on organisations.successor_key = successors.body_key
where even('succession|' || organisations.organisation_code) >= 0.02
order by organisations.organisation_code
