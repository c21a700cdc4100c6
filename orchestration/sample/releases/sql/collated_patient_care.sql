-- The long file of the quarterly update: every quarter end of a release.
select
    strftime(last_day(month), '%d/%m/%Y') as "SNAPSHOT_DATE",
    'E92000001' as "COUNTRY_CODE",
    'Direct Patient Care' as "STAFF_GROUP",
    staff_role as "STAFF_ROLE",
    case staff_source
        when 'practices' then 'General Practice (NWRS)'
        when 'networks' then 'Primary Care Network (NWRS)'
        when 'claims' then 'Additional Roles claims'
        else 'Collated'
    end as "DATA_SOURCE",
    fte as "FTE",
    true as "IS_SYNTHETIC",
from collated_patient_care
where published_on = $published_on
order by
    month,
    staff_role = 'Total',
    staff_role,
    "DATA_SOURCE"
