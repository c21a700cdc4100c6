-- What was said of England as a whole, in the columns of the template.
select
    strftime(assessed_on, '%d/%m/%Y') as "AS_AT_DATE",
    'E92000001' as "ORGANISATION_CODE",
    'England' as "ORGANISATION_NAME",
    population as "POPULATION_IN_SCOPE",
    null as "STAFF_IN_SCOPE",
    null as "STAFF_RISK_ASSESSED",
    null as "MITIGATION_AGREED",
    staff_assessed_pct as "STAFF_RISK_ASSESSED_PCT",
    true as "IS_SYNTHETIC",
from risk_assessment_quotes
where sent_on = $sent_on
order by population
