-- The monthly benchmarking file, by organisation and staff group, from August 2022.
select
    day_first(month_end) as "DATE",
    region_code as "NHSE_REGION_CODE",
    region_name as "NHSE_REGION_NAME",
    icb_code as "ICS_CODE",
    icb_name as "ICS_NAME",
    organisation_code as "ORG_CODE",
    organisation_name as "ORG_NAME",
    cluster_group as "CLUSTER_GROUP",
    benchmark_group as "BENCHMARK_GROUP",
    staff_group as "STAFF_GROUP",
    printed_days(if($is_first_release, fte_days_lost_at_first, fte_days_lost)) as "FTE_DAYS_LOST",
    printed_days(fte_days_available) as "FTE_DAYS_AVAILABLE",
    rate_pct(if($is_first_release, fte_days_lost_at_first, fte_days_lost), fte_days_available)
        as "SICKNESS_ABSENCE_RATE_PERCENT",
    true as "IS_SYNTHETIC",
from staff_sickness_lines
where month = $month
order by organisation_code, sickness_order
