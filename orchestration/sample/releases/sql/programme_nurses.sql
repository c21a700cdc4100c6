-- The figures of one announcement of the 50,000 programme, typed off a page.
select
    strftime(snapshot_on, '%d/%m/%Y') as "Snapshot date",
    scope as "Scope",
    thousands(fte) as "Nurses FTE",
    'Invented announcement of ' || strftime($announced_on, '%d %B %Y') as "Announced in",
    true as "IS_SYNTHETIC",
from programme_nurses
where snapshot_on in ($baseline, $snapshot_on)
order by programme_nurses.snapshot_on, scope
