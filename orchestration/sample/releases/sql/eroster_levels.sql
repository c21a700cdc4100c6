-- Levels of attainment of a quarter: of all trusts, or of those that answered late alone.
select
    quarter_end as "Quarter end",
    organisation_code as "Trust code",
    organisation_name as "Trust name",
    system as "System",
    staff_group as "Staff group",
    if(is_late and not $is_late_file, null, level) as "Level of attainment",
    true as "IS_SYNTHETIC",
from attainment
where
    quarter_end = $quarter_end
    and (is_late or not $is_late_file)
order by organisation_code, list_order, staff_group_id
