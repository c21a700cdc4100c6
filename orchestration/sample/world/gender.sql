-- Staff by gender, staff group and grade: the people of the ethnicity tables, divided otherwise.
create table gender_headcounts as
with people as (
    select
        month,
        staff_group_id,
        grade,
        sum(headcount) as headcount,
    from ethnic_headcounts
    group by month, staff_group_id, grade
), shared as (
    select
        people.month,
        people.staff_group_id,
        people.grade,
        cast(people.headcount as bigint) as headcount,
        'gender|' || people.staff_group_id || '|' || people.grade || '|' || people.month
            as cell_key,
        case staff_groups.mix_name
            when 'doctors' then 0.46
            when 'nurses' then 0.885
            when 'midwives' then 0.995
            when 'ambulance' then 0.44
            when 'estates' then 0.62
            when 'support_ambulance' then 0.5
            else 0.77
        end
        -- Women are fewer the higher the grade.
        * case
            when people.grade = 'Very Senior Manager' then 0.63
            when people.grade in ('Band 8c', 'Band 8d', 'Band 9', 'Consultant') then 0.85
            else 1
        end as women_share,
    from people
    inner join staff_groups
        on people.staff_group_id = staff_groups.staff_group_id
)
select
    month,
    staff_group_id,
    grade,
    headcount,
    least(headcount, whole(headcount * women_share, cell_key)) as women,
from shared;
