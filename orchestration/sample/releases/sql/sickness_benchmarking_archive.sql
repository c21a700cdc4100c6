-- The benchmarking archive to March 2022: months by name and by their last day.
select
    strftime(month, '%B %Y') as "Month",
    day_first(month_end) as "Tm End Date",
    organisation_code as "Org code",
    organisation_name as "Org name",
    older_cluster_group as "Cluster group",
    benchmark_group as "Benchmark group",
    region_code as "NHSE region code",
    region_name as "NHSE region name",
    staff_group as "Staff group",
    printed_days(fte_days_lost_at_first) as "FTE days lost",
    printed_days(fte_days_available) as "FTE days available",
    rate_pct(fte_days_lost_at_first, fte_days_available) as "Sickness absence rate (%)",
    true as "IS_SYNTHETIC",
from staff_sickness_lines
where month between $first_month and $last_month
order by month_end, organisation_code, sickness_order
