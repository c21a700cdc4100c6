-- The collated table of the workbook as cells: roles down, the total first, quarter ends across.
select
    staff_role <> 'Total' as role_order,
    staff_role,
    'Collated' as staff_source,
    strftime(month, '%Y-%m') as column_key,
    fte as value,
from collated_patient_care
where
    published_on = $published_on
    and staff_source = 'collated'
