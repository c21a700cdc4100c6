-- Row 11: yes out of all answers and out of yes and no, unweighted; the printed weighted share.
with known as (
    select
        * exclude (answer, share_pct, item),
        if(count(share_pct) = count(*), sum(share_pct) filter (answer = 'yes'), null) as yes_pct,
        sum(share_pct) filter (answer in ('yes', 'no')) as known_pct,
    from survey_answer_cells
    where item = 'career_fair'
    group by all
)
select * exclude (metric_id),
from survey_truth
where metric_id = 'fair_career_progression'
union all by name
select
    'fair_career_progression_excl_dont_know' as measure_id,
    'nss_unweighted' as definition_id,
    make_date(survey_year, 9, 1) as period_start,
    make_date(survey_year, 11, 30) as period_end,
    geography_level,
    organisation_code,
    breakdown_type,
    breakdown_value,
    cast(100 * yes_pct / known_pct as double) as value,
    if(yes_pct is null, 'suppressed_source', 'observed') as availability_status,
from known
