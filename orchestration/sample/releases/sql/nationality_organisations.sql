-- Staff by organisation, staff group and nationality, both months in one table.
select
    upper(strftime(cells.month, '%Y-%b')) as "Month",
    cells.organisation_code as "Organisation code",
    labels.organisation_name as "Organisation name",
    staff_groups.nationality_label as "Staff group",
    cells.nationality as "Nationality",
    cast(cells.fte as double) as "FTE",
    'true' as "IS_SYNTHETIC",
from organisation_nationalities as cells
inner join organisation_months as labels
    on cells.month = labels.month
    and cells.organisation_code = labels.organisation_code
inner join staff_groups
    on cells.staff_group_id = staff_groups.staff_group_id
order by
    cells.month,
    cells.organisation_code,
    staff_groups.nationality_label,
    cells.nationality
