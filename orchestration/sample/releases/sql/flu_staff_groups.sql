-- Flu vaccination in England by staff group.
select
    staff_group as "Staff group",
    frontline_hcws as "Number of frontline HCWs",
    vaccinated as "Number vaccinated",
    round(100.0 * vaccinated / frontline_hcws, 1) as "Uptake (%)",
    'true' as "IS_SYNTHETIC",
from flu_staff_groups
where season = $season and stage = $stage
order by group_order
