-- The file of public sector starts of one release: financial years up to the one that begins in
-- $last_year.
select
    first_year || substr(cast(first_year + 1 as varchar), 3) as time_period,
    'Financial year' as time_identifier,
    'National' as geographic_level,
    'E92000001' as country_code,
    'England' as country_name,
    employer_group as public_sector_group,
    cast(round(headcount / 10) * 10 as bigint) as employees_at_start,
    rounded_start(starts) as apprenticeship_starts,
    round(100 * round(starts / 10) / round(headcount / 10), 1) as starts_percent_of_employees,
    true as "IS_SYNTHETIC",
from public_sector_starts
where first_year <= $last_year
order by first_year, employer_group
