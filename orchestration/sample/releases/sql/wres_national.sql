-- Indicators 1 and 9 for England.
select
    as_at as "As at",
    workforce as "Workforce",
    grade as "Pay band or board membership",
    cast(sum(bme) as bigint) as "BME headcount",
    cast(sum(white) as bigint) as "White headcount",
    cast(sum(unknown) as bigint) as "Unknown headcount",
    'true' as "IS_SYNTHETIC",
from wres_counts
where published_on = $published_on
group by as_at, workforce, grade
order by as_at, workforce, grade
