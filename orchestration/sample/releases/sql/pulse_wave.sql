-- A wave of the pulse, England's row first where there is one; or what was sent again.
select
    first_day as "Wave start",
    last_day as "Wave end",
    organisation_code as "Organisation code",
    organisation_name as "Organisation name",
    item as "Item",
    role as "Role",
    positive as "Positive answers",
    valid as "Valid answers",
    true as "IS_SYNTHETIC",
from pulse_answers
where
    wave_number = $wave_number
    and release = $release
order by organisation_code = 'E92000001' desc, organisation_code, item_order, role_order
