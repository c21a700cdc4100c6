-- One sending of the COVID-19 risk assessment returns, in the columns of the template.
select
    strftime(assessed_on, '%Y-%m-%d') as "AS_AT_DATE",
    organisation_code as "ORGANISATION_CODE",
    organisation_name as "ORGANISATION_NAME",
    population as "POPULATION_IN_SCOPE",
    if(is_blank, null, staff_in_scope) as "STAFF_IN_SCOPE",
    if(is_blank, null, if(is_hidden, '*', cast(staff_assessed as varchar)))
        as "STAFF_RISK_ASSESSED",
    if(is_blank, null, if(is_hidden, '*', cast(staff_assessed // 7 as varchar)))
        as "MITIGATION_AGREED",
    null as "STAFF_RISK_ASSESSED_PCT",
    true as "IS_SYNTHETIC",
from risk_assessments
where sent_on = $sent_on
order by organisation_code, population
