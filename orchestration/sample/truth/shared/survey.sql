-- Shares of the staff survey's positive answers: unweighted, as the detailed workbooks print them,
-- and weighted, as the benchmark workbooks do.
create or replace temp view survey_truth as
with measures (metric_id, item, measure_id, positive_answers) as (
    values
        ('harassment_bullying_abuse_at_work', 'harassment_managers', 'hba_from_managers',
            ['1 - 2', '3 - 5', '6 - 10', 'more than 10']),
        ('harassment_bullying_abuse_at_work', 'harassment_colleagues', 'hba_from_other_colleagues',
            ['1 - 2', '3 - 5', '6 - 10', 'more than 10']),
        ('harassment_bullying_abuse_at_work', 'harassment_public', 'hba_from_patients_public',
            ['1 - 2', '3 - 5', '6 - 10', 'more than 10']),
        ('harassment_bullying_abuse_at_work', 'violence_public',
            'physical_violence_from_patients_public',
            ['1 - 2', '3 - 5', '6 - 10', 'more than 10']),
        ('discrimination_at_work', 'discrimination_public', 'discrimination_from_patients_public',
            ['yes']),
        ('discrimination_at_work', 'discrimination_colleagues',
            'discrimination_from_manager_or_colleagues', ['yes']),
        ('fair_career_progression', 'career_fair', 'fair_career_progression_incl_dont_know',
            ['yes']),
        ('flexible_working_satisfaction', 'job_flexible', 'flexible_working_satisfied_pct',
            ['satisfied', 'very satisfied']),
        ('safe_to_speak_up', 'organisation_speak_up', 'safe_to_speak_up_nss',
            ['agree', 'strongly agree'])
), unweighted as (
    select
        metric_id,
        * exclude (metric_id, answer, share_pct, item, positive_answers),
        -- A share that rests on a hidden answer is hidden.
        if(
            count(share_pct) = count(*),
            sum(share_pct) filter (list_contains(positive_answers, answer)), null
        ) as value,
    from survey_answer_cells
    inner join measures using (item)
    group by all
)
select
    metric_id,
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
    metric_id,
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
inner join measures using (item);
