-- The detailed file of practices: a wide row each, in the columns of the era.
with places as (
    select
        practices.*,
        areas.region_code,
        regions.region_name,
        'NHS Synthetic ' || areas.geography || if($is_older, ' STP', ' ICB') as icb_name,
        'NHS Synthetic ' || areas.geography
        || if($is_older, ' CCG ', ' ICB - ') || practices.locality_code as sub_icb_name,
        -- What stands in columns that nobody of the invented staff belongs to.
        if(practices.has_gp, '0', $no_data) as no_gp,
        if(practices.has_nurses, '0', $no_data) as no_nurses,
        if(practices.has_dpc, '0', $no_data) as no_dpc,
        if(practices.has_admin, '0', $no_data) as no_admin,
    from practice_months as practices
    inner join areas
        on practices.icb_code = areas.icb_code
    inner join regions
        on areas.region_code = regions.region_code
    where practices.month = $month
), counted as (
    select
        *,
        -- The role, its group, and for doctors who is left out.
        unnest(list_filter(
            [
                column_stem,
                group_stem,
                if(is_doctor and not is_trainee, 'GP_EXTG', null),
                if(is_doctor and not is_locum, 'GP_EXL', null),
                if(is_doctor and not is_trainee and not is_locum, 'GP_EXTGL', null)
            ],
            lambda stem: stem is not null
        )) as stem,
    from (
        select
            *,
            staff_group = 'GP' as is_doctor,
            detailed_role = 'GPs in Training Grades' as is_trainee,
            detailed_role = 'GP Regular Locums' as is_locum,
            case staff_group
                when 'GP' then 'GP'
                when 'Nurses' then 'NURSES'
                when 'Direct Patient Care' then 'DPC'
                else 'ADMIN'
            end as group_stem,
        from practice_staff
        where month = $month
    )
), cells as (
    select
        practice_code,
        unnest([
            'TOTAL_' || stem || '_FTE',
            'FEMALE_' || stem || '_FTE',
            'MALE_' || stem || '_FTE',
            'TOTAL_' || stem || '_HC',
            'FEMALE_' || stem || '_HC',
            'MALE_' || stem || '_HC'
        ]) as heading,
        unnest([
            fte,
            female_fte,
            fte - female_fte,
            headcount,
            female_headcount,
            headcount - female_headcount
        ]) as amount,
    from counted
), amounts as (
    from cells pivot (sum(amount) for heading in ($headings) group by practice_code)
)
select
    $columns,
    true as "IS_SYNTHETIC",
from places
left join amounts
    on places.practice_code = amounts.practice_code
order by places.practice_code
