-- Women's share of senior grades.
select
    'senior_leaders_women_pct' as measure_id,
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
    ('vsm', 'Very Senior Manager'),
    ('band_8c_and_above', 'Very Senior Manager'),
    ('band_8c_and_above', 'Band 9'),
    ('band_8c_and_above', 'Band 8d'),
    ('band_8c_and_above', 'Band 8c')
) as scopes (definition_id, grade)
    on people.grade = scopes.grade
group by scopes.definition_id, people.month
