-- Table 1 of the workbook: England and its regions across, months down.
with months_lost as (
    select
        month,
        region_code,
        sum(if($is_first_release, fte_days_lost_at_first, fte_days_lost)) as lost,
        sum(fte_days_available) as available,
    from sickness_lines
    where month <= $last_month
    group by cube (month, region_code)
)
select
    strftime(month, '%B %Y') as month_label,
    max(rate_pct(lost, available)) filter (where region_code is null) as england,
    max(rate_pct(lost, available)) filter (where region_code = 'Y56') as london,
    max(rate_pct(lost, available)) filter (where region_code = 'Y58') as south_west,
    max(rate_pct(lost, available)) filter (where region_code = 'Y59') as south_east,
    max(rate_pct(lost, available)) filter (where region_code = 'Y60') as midlands,
    max(rate_pct(lost, available)) filter (where region_code = 'Y61') as east_of_england,
    max(rate_pct(lost, available)) filter (where region_code = 'Y62') as north_west,
    max(rate_pct(lost, available)) filter (where region_code = 'Y63') as north_east_and_yorkshire,
    max(rate_pct(lost, available)) filter (where region_code = 'QZZ') as national_bodies,
    'true' as is_synthetic,
from months_lost
where month is not null
group by month
order by month
