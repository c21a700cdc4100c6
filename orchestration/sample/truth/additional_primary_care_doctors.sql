-- Row 16: England from the newest bulletin; below it, practices with usable returns added up, their
-- baselines among the files of the same method, which leaves the file of March 2021 without any.
with doctors as (
    select
        *,
        detailed_role <> 'GPs in Training Grades' as is_fully_qualified,
        detailed_role not in ('GPs in Training Grades', 'GP Regular Locums') as is_regular,
    from practice_staff
    where staff_group = 'GP'
), returns as (
    select
        practices.*,
        areas.region_code,
        line.staff_line,
        line.breakdown_type,
        line.breakdown_value,
        case when practices.has_gp then line.fte end as fte,
    from practice_months as practices
    inner join areas
        on practices.icb_code = areas.icb_code
    left join (
        select
            practice_code,
            month,
            coalesce(sum(fte), 0) as everybody,
            coalesce(sum(fte) filter (is_fully_qualified), 0) as qualified,
            coalesce(sum(fte) filter (is_regular), 0) as regular,
            coalesce(sum(female_fte) filter (is_fully_qualified), 0) as women,
            coalesce(sum(fte) filter (detailed_role = 'GP Partners'), 0) as partners,
            coalesce(sum(fte) filter (detailed_role = 'Salaried GPs'), 0) as salaried,
            coalesce(sum(fte) filter (detailed_role = 'GP Retainers'), 0) as retained,
        from doctors
        group by practice_code, month
    ) as counted
        on practices.practice_code = counted.practice_code
        and practices.month = counted.month
    cross join lateral (
        values
            ('all_doctors', 'all', 'all', coalesce(everybody, 0)),
            ('fully_qualified', 'all', 'all', coalesce(qualified, 0)),
            ('fully_qualified_excl_locums', 'all', 'all', coalesce(regular, 0)),
            ('fully_qualified', 'sex', 'Female', coalesce(women, 0)),
            ('fully_qualified', 'sex', 'Male', coalesce(qualified - women, 0)),
            ('fully_qualified', 'staff_role', 'GP Partners', coalesce(partners, 0)),
            ('fully_qualified', 'staff_role', 'Salaried GPs', coalesce(salaried, 0)),
            ('fully_qualified', 'staff_role', 'GP Retainers', coalesce(retained, 0)),
            ('fully_qualified', 'staff_role', 'GP Regular Locums', coalesce(qualified - regular, 0))
    ) as line (staff_line, breakdown_type, breakdown_value, fte)
), summed as (
    select
        month,
        published_on < date '2022-02-10' as is_older_method,
        unit.geography_level,
        unit.organisation_code,
        staff_line,
        breakdown_type,
        breakdown_value,
        cast(sum(fte) as double) as fte,
        count(fte) as usable_practices,
    from returns
    cross join lateral (
        values
            ('region', region_code),
            ('icb', icb_code),
            ('sub_icb', locality_code),
            ('pcn', pcn_code),
            ('practice', practice_code)
    ) as unit (geography_level, organisation_code)
    where
        unit.organisation_code is not null
        and (breakdown_type = 'all' or unit.geography_level in ('region', 'icb'))
    group by all
), england as (
    select
        month,
        false as is_older_method,
        'england' as geography_level,
        'E92000001' as organisation_code,
        case line_order
            when 0 then 'all_doctors'
            when 2 then 'fully_qualified_excl_locums'
            else 'fully_qualified'
        end as staff_line,
        if(line_order = 3, 'staff_role', 'all') as breakdown_type,
        if(line_order = 3, staff_role, 'all') as breakdown_value,
        fte,
    from general_practice_series
    where
        staff_group = 'GP'
        and staff_role <> 'GPs in Training Grades'
        and published_on = (select max(published_on) from bulletins)
), stocks as (
    select * exclude (usable_practices)
    from summed
    where breakdown_type = 'all' or usable_practices > 0
    union all by name
    select * from england
), changes as (
    select
        now.*,
        now.staff_line || '_since_' || baselines.tag as definition_id,
        before.month is not null as has_baseline,
        before.fte as baseline_fte,
    from stocks as now
    inner join (
        values
            (date '2015-09-01', 'sep2015'),
            (date '2019-03-01', 'mar2019'),
            (date '2019-12-01', 'dec2019')
    ) as baselines (month, tag)
        on now.month >= baselines.month
    left join stocks as before
        on baselines.month = before.month
        and now.geography_level = before.geography_level
        and now.organisation_code = before.organisation_code
        and now.staff_line = before.staff_line
        and before.breakdown_type = 'all'
    where
        now.breakdown_type = 'all'
        and not now.is_older_method
        and (
            now.geography_level not in ('pcn', 'practice')
            or (now.staff_line = 'all_doctors' and baselines.tag = 'mar2019')
        )
), cells as (
    select
        'gp_fte_change_from_baseline' as measure_id,
        definition_id,
        month,
        geography_level,
        organisation_code,
        breakdown_type,
        breakdown_value,
        fte - baseline_fte as value,
        case
            when fte is null then 'not_collected'
            when not has_baseline then 'not_applicable'
            when baseline_fte is null then 'not_collected'
            else 'observed'
        end as availability_status,
    from changes
    union all
    select
        'gp_fte_fully_qualified',
        staff_line,
        month,
        geography_level,
        organisation_code,
        breakdown_type,
        breakdown_value,
        fte,
        if(fte is null, 'not_collected', 'observed'),
    from stocks
    where
        staff_line <> 'all_doctors'
        and (geography_level not in ('pcn', 'practice') or staff_line = 'fully_qualified')
)
select
    * exclude (month, value, availability_status),
    month as period_start,
    last_day(month) as period_end,
    value,
    availability_status,
from cells
