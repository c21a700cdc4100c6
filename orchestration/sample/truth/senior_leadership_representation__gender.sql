-- Women's share of senior grades, and of all staff.
select
    scopes.measure_id,
    scopes.definition_id,
    people.month as period_start,
    last_day(people.month) as period_end,
    'england' as geography_level,
    'E92000001' as organisation_code,
    'all' as breakdown_type,
    'all' as breakdown_value,
    (100.0 * sum(people.women) / sum(people.headcount))::double as value,
    'observed' as availability_status,
from gender_headcounts as people
inner join (
    values
    ('senior_leaders_women_pct', 'vsm', 'Very Senior Manager'),
    ('senior_leaders_women_pct', 'band_8c_and_above', 'Very Senior Manager'),
    ('senior_leaders_women_pct', 'band_8c_and_above', 'Band 9'),
    ('senior_leaders_women_pct', 'band_8c_and_above', 'Band 8d'),
    ('senior_leaders_women_pct', 'band_8c_and_above', 'Band 8c'),
    ('women_workforce_pct', 'workforce_tables', null)
) as scopes (measure_id, definition_id, grade)
    on scopes.grade is null or people.grade = scopes.grade
group by scopes.measure_id, scopes.definition_id, people.month
