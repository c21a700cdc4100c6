-- Row 11: yes out of all answers and out of yes and no, unweighted; the printed weighted share.
with measures (item, measure_id) as (
    values
        ('career_fair', 'fair_career_progression_incl_dont_know')
), unweighted as (
    select
        * exclude (answer, share_pct, item),
        -- A share that rests on a hidden answer is hidden.
        if(count(share_pct) = count(*), sum(share_pct) filter (answer = 'yes'), null) as yes_pct,
        sum(share_pct) filter (answer in ('yes', 'no')) as known_pct,
    from survey_answer_cells
    inner join measures using (item)
    group by all
), shares as (
    select
        * exclude (yes_pct, known_pct),
        yes_pct as value,
    from unweighted
    union all by name
    select
        * exclude (yes_pct, known_pct) replace (
            'fair_career_progression_excl_dont_know' as measure_id
        ),
        100 * yes_pct / known_pct as value,
    from unweighted
)
select
    measure_id,
    'nss_unweighted' as definition_id,
    make_date(survey_year, 9, 1) as period_start,
    make_date(survey_year, 11, 30) as period_end,
    geography_level,
    organisation_code,
    breakdown_type,
    breakdown_value,
    cast(value as double) as value,
    if(value is null, 'suppressed_source', 'observed') as availability_status,
from shares
union all by name
select
    measure_id,
    'nss_weighted' as definition_id,
    make_date(survey_year, 9, 1) as period_start,
    make_date(survey_year, 11, 30) as period_end,
    geography_level,
    organisation_code,
    breakdown_type,
    breakdown_value,
    100 * printed.share as value,
    printed.status as availability_status,
from benchmark_cells
inner join measures using (item)
