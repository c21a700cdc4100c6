-- The file of starts of one release: academic years up to the one that begins in $last_year. Totals
-- stand beside their parts, one breakdown at a time.
with counted as (
    select
        *,
        starts - if(first_year = $last_year, late_starts, 0) as printed_starts,
    from apprenticeship_starts
    where first_year <= $last_year
), totals as (
    select
        first_year,
        learner_region_code,
        grouping(learner_region_code) = 1 as is_england,
        coalesce(subject_area, 'Total') as subject_area,
        if(standard_name is null, 'Total', any_value(standard_or_framework))
            as standard_or_framework,
        coalesce(standard_name, 'Total') as standard_name,
        coalesce(apprenticeship_level, 'Total') as apprenticeship_level,
        coalesce(age_group, 'Total') as age_group,
        sum(printed_starts) as starts,
    from counted
    group by
        first_year,
        grouping sets ((), (learner_region_code)),
        grouping sets ((), (subject_area)),
        grouping sets ((), (standard_name), (apprenticeship_level), (age_group))
)
select
    first_year || substr(cast(first_year + 1 as varchar), 3) as time_period,
    'Academic year' as time_identifier,
    if(totals.is_england, 'National', 'Regional') as geographic_level,
    'E92000001' as country_code,
    'England' as country_name,
    totals.learner_region_code as region_code,
    learner_regions.learner_region_name as region_name,
    totals.standard_or_framework as std_fwk_flag,
    totals.standard_name as std_fwk_name,
    totals.apprenticeship_level as apps_level,
    totals.age_group as age_summary,
    totals.subject_area as ssa_t2_desc,
    rounded_start(totals.starts) as starts,
    true as "IS_SYNTHETIC",
from totals
left join learner_regions
    on totals.learner_region_code = learner_regions.learner_region_code
where totals.is_england or totals.learner_region_code is not null
order by
    time_period,
    totals.is_england desc,
    region_code,
    ssa_t2_desc,
    std_fwk_name,
    apps_level,
    age_summary
