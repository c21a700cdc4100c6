-- Staff in post in the months that the workforce statistics show, in full-time equivalents and in
-- people; in the first release of the archive's last month a few organisations are short.
create table workforce_stocks as
with counted as (
    select
        staff_months.month,
        staff_months.organisation_code,
        staff_months.staff_group_id,
        cast(staff_months.fte as decimal(18, 5)) as fte,
        cast(ceil(staff_months.fte / staff_groups.participation) as bigint) as headcount,
        even('short|' || staff_months.organisation_code) < 0.1 as is_short_at_first,
    from staff_months
    inner join organisations
        on staff_months.organisation_code = organisations.organisation_code
    inner join staff_groups
        on staff_months.staff_group_id = staff_groups.staff_group_id
    where
        list_contains(getvariable('workforce_months'), staff_months.month)
        and organisations.kind <> 'company'
)
select
    * exclude (is_short_at_first),
    if(is_short_at_first, cast(0.99 * fte as decimal(18, 5)), fte) as fte_at_first,
    if(is_short_at_first, cast(ceil(0.99 * headcount) as bigint), headcount) as headcount_at_first,
from counted
where fte > 0;

-- Roles that are coded beside the staff group, of the last months: practitioners in advanced
-- practice, their trainees, and nursing support of bands 2 to 4.
create table role_stocks as
with shares as (
    select *
    from (
        values
            (2, 'Advanced clinical practitioner', 'Nursing', 0.011),
            (3, 'Advanced clinical practitioner', 'Midwifery', 0.002),
            (4, 'Advanced clinical practitioner', 'Paramedicine', 0.012),
            (5, 'Advanced clinical practitioner', 'Allied health professions', 0.006),
            (2, 'Trainee advanced clinical practitioner', 'Nursing', 0.004),
            (4, 'Trainee advanced clinical practitioner', 'Paramedicine', 0.004),
            (5, 'Trainee advanced clinical practitioner', 'Allied health professions', 0.0025),
            (6, 'Nursing support, bands 2 to 4', 'Nursing', 0.64)
    ) as shares (staff_group_id, selected_role, profession, share)
), coded as (
    select
        stocks.month,
        stocks.organisation_code,
        shares.selected_role,
        shares.profession,
        -- How many are coded depends on the employer most of all.
        cast(
            stocks.fte * shares.share * (
                0.4 + 1.2 * even(
                    'role|' || stocks.organisation_code || '|' || shares.selected_role
                    || '|' || shares.profession
                )
            ) as decimal(18, 2)
        ) as fte,
        staff_groups.participation,
    from workforce_stocks as stocks
    inner join shares
        on stocks.staff_group_id = shares.staff_group_id
    inner join staff_groups
        on stocks.staff_group_id = staff_groups.staff_group_id
    where stocks.month > date '2023-01-01'
)
select
    * exclude (participation),
    cast(ceil(fte / participation) as bigint) as headcount,
from coded
where fte >= 0.4;
