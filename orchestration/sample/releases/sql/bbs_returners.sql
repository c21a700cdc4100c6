-- Counts of returners: a day's own, and with the last day what was corrected of an earlier one.
select
    as_at as "As at",
    region_name as "Region",
    profession as "Profession",
    checked as "Returners with checks complete",
    deployed as "Returners deployed to the front line",
    true as "IS_SYNTHETIC",
from returners
where
    (as_at = $as_at and release = 1)
    or (release = 2 and $as_at = date '2021-06-30')
order by as_at desc, region_code, list_order
