-- The archive by NHS England region: a sort date at the end, and some rows in it twice.
with printed as (
    select
        *,
        row_number() over (order by month, organisation_code) as line,
    from sickness_lines
    where month between $first_month and $last_month
)
select
    upper(strftime(month, '%Y-%b')) as "Date",
    region_code as "NHSE_Region_Code",
    region_name as "NHSE_Region_Name",
    organisation_code as "Org Code",
    organisation_name as "Org Name",
    older_cluster_group as "Org Type",
    printed_days(fte_days_lost_at_first) as "FTE Days Sick",
    printed_days(fte_days_available) as "FTE Days Available",
    rate_pct(fte_days_lost_at_first, fte_days_available) as "SA Rate (%)",
    day_first(month_end) as "Sort_Date",
    true as "IS_SYNTHETIC",
from (
    from printed
    union all
    from printed
    where line % 701 = 0
)
order by line
