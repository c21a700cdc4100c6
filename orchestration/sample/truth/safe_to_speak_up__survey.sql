-- Row 12: agree and strongly agree, unweighted; the printed weighted share.
with measures (item, measure_id) as (
    values
        ('organisation_speak_up', 'safe_to_speak_up_nss')
), unweighted as (
    select
        * exclude (answer, share_pct, item),
        -- A share that rests on a hidden answer is hidden.
        if(count(share_pct) = count(*), sum(share_pct) filter (answer in ('agree', 'strongly agree')), null) as value,
    from survey_answer_cells
    inner join measures using (item)
    group by all
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
from unweighted
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
