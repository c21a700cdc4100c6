-- Table 3 of the workbook: England and types of organisation across, months down.
with months_lost as (
    select
        month,
        replace(cluster_group, 'Integrated Care Board', 'Clinical Commissioning Group') as type,
        sum(if($is_first_release, fte_days_lost_at_first, fte_days_lost)) as lost,
        sum(fte_days_available) as available,
    from sickness_lines
    where month between date '2010-01-01' and $last_month
    group by cube (month, type)
)
select
    strftime(month, '%B %Y') as month_label,
    max(rate_pct(lost, available)) filter (where type is null) as england,
    max(rate_pct(lost, available)) filter (where type = 'Acute') as acute,
    max(rate_pct(lost, available)) filter (where type = 'Ambulance') as ambulance,
    max(rate_pct(lost, available)) filter (where type = 'Clinical Commissioning Group')
        as commissioning_groups,
    max(rate_pct(lost, available)) filter (where type = 'Commissioning Support Unit')
        as support_units,
    max(rate_pct(lost, available)) filter (where type = 'Community Provider Trust') as community,
    max(rate_pct(lost, available)) filter (where type = 'Mental Health') as mental_health,
    -- Special health authorities have been counted with the others since April 2013.
    max(rate_pct(lost, available)) filter (where type = 'Others' and month < date '2013-04-01')
        as special_health_authorities,
    max(rate_pct(lost, available)) filter (where type = 'Others' and month >= date '2013-04-01')
        as others,
    'true' as is_synthetic,
from months_lost
where month is not null
group by month
order by month
