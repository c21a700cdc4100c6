-- One sending of the returns on volunteers, in the columns of the template.
select
    financial_year as "FINANCIAL_YEAR",
    quarter as "QUARTER",
    organisation_code as "TRUST_CODE",
    organisation_name as "TRUST_NAME",
    organisation_type as "TRUST_TYPE",
    volunteer_role as "VOLUNTEER_ROLE",
    if(is_hidden, '*', cast(volunteers_active as varchar)) as "VOLUNTEERS_ACTIVE",
    if(volunteer_role = 'All roles', volunteers_active // 3, null)
        as "VOLUNTEERS_REGISTERED_INACTIVE",
    case when is_hidden then '*' when not lacks_hours then cast(volunteer_hours as varchar) end
        as "VOLUNTEER_HOURS",
    true as "IS_SYNTHETIC",
from volunteering
where sent_on = $sent_on
order by organisation_code, volunteer_role
