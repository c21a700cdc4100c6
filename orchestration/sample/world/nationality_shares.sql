-- How each staff group divides over nationalities in England as a whole.
create table nationality_shares as
with weighted as (
    select
        staff_groups.staff_group_id,
        nationalities.nationality,
        nationalities.nationality_group not in ('United Kingdom', 'Unknown') as is_foreign,
        nationalities.weight * case
            when not is_foreign then 1
            when staff_groups.mix_name = 'nurses' then nationalities.nurse_factor
            when staff_groups.mix_name = 'doctors' then nationalities.doctor_factor
            else staff_groups.non_uk_factor * 0.7
        end as weight,
    from staff_groups
    cross join nationalities
)
select
    * exclude (weight),
    weight / sum(exact(weight)) over (partition by staff_group_id) as share,
from weighted;
