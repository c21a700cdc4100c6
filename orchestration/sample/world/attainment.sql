-- Levels of attainment in e-rostering and e-job planning, as far back as turnover is published.
create table attainment as
with asked as (
    select
        *,
        quarter_end = last_day(getvariable('last_month') - interval 4 month)
        and even('late|' || return_key) < 0.03 as is_late,
        bits('one level|' || organisation_code) % 19 = 0 as gives_one_level,
    from open_trusts
    where
        quarter_end >= greatest(date '2020-09-30', getvariable('turnover_from'))
        -- Some trusts never send anything.
        and even('rostering|' || organisation_code) > 0.05
), assessed as (
    select
        asked.*,
        systems.system,
        systems.list_order,
        staff_groups.staff_group_id,
        staff_groups.staff_group,
        asked.return_key || '|' || systems.system as system_key,
        systems.level + 0.9 * bell(bits(asked.organisation_code || '|' || systems.system))
        + 0.5 * bell(bits(system_key || '|' || staff_groups.staff_group_id)) as reached,
    from asked
    cross join (
        values ('E-rostering', 1, 2.6), ('E-job planning', 2, 2.1)
    ) as systems (system, list_order, level)
    inner join establishments
        on asked.organisation_code = establishments.organisation_code
    inner join staff_groups
        on establishments.staff_group_id = staff_groups.staff_group_id
    where if(asked.gives_one_level, staff_groups.staff_group_id = 2, staff_groups.staff_group_id < 7)
)
select
    quarter_end,
    organisation_code,
    organisation_name,
    region_code,
    icb_code,
    system,
    list_order,
    if(gives_one_level, 0, staff_group_id) as staff_group_id,
    if(gives_one_level, 'All staff groups', staff_group) as staff_group,
    is_late,
    case
        when even('system silent|' || system_key) < 0.06 * list_order then null
        when even('group silent|' || system_key || staff_group_id) < 0.04 then null
        else cast(greatest(0, least(4, floor(reached))) as integer)
    end as level,
from assessed;
