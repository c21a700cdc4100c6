-- Staff facilities of a quarter: as first reported, or what trusts corrected.
select
    strftime(quarter_end, '%d/%m/%Y') as "Quarter end",
    organisation_code as "Trust code",
    organisation_name as "Trust name",
    facility as "Facility",
    case is_provided when true then 'Yes' when false then 'No' end as "Provided",
    true as "IS_SYNTHETIC",
from facility_answers
where
    quarter_end = $quarter_end
    and release = $release
order by organisation_code, list_order
