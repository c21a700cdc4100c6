-- The archive by Health Education England region: thousands separators, its header repeated.
with printed as (
    select
        row_number() over (order by month, organisation_code) as line,
        upper(strftime(month, '%Y-%b')) as month_label,
        hee_region_code,
        hee_region_name,
        organisation_code,
        organisation_name,
        older_cluster_group,
        format('{:,.2f}', cast(fte_days_lost as double)) as lost,
        format('{:,.2f}', cast(fte_days_available as double)) as available,
        cast(rate_pct(round(fte_days_lost, 2), round(fte_days_available, 2)) as varchar) as rate,
        'true' as is_synthetic,
    from sickness_lines
    where month between $first_month and $last_month
), repeated_headers as (
    select
        line - 0.5 as line,
        'Date',
        'HEE_region_code',
        'HEE_region_name',
        'Org Code',
        'Org Name',
        'Org Type',
        'FTE Days Sick',
        'FTE Days Available',
        'SA Rate (%)',
        'IS_SYNTHETIC',
    from printed
    where line % 4000 = 0
)
select
    month_label as "Date",
    hee_region_code as "HEE_region_code",
    hee_region_name as "HEE_region_name",
    organisation_code as "Org Code",
    organisation_name as "Org Name",
    older_cluster_group as "Org Type",
    lost as "FTE Days Sick",
    available as "FTE Days Available",
    rate as "SA Rate (%)",
    is_synthetic as "IS_SYNTHETIC",
from (
    from printed
    union all
    from repeated_headers
)
order by line
