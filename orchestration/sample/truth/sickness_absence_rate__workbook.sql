-- Rates of the newest workbook, rounded as it prints them, but for the months whose files came out
-- with it and show the days.
with lines as (
    select
        lines.*,
        if(
            lines.cluster_group in ('Integrated Care Board', 'Clinical Commissioning Group'),
            'Clinical Commissioning Groups', lines.cluster_group
        ) as workbook_type,
    from sickness_lines as lines
), england_and_regions as (
    select month, 'england' as geography_level, 'E92000001' as unit_code, fte_days_lost,
        fte_days_available,
    from lines
    union all
    select month, 'region', region_code, fte_days_lost, fte_days_available from lines
), organisations_and_months as (
    select
        seen.organisation_code as unit_code,
        months.month,
    from (select distinct organisation_code from lines where month >= date '2013-04-01') as seen
    cross join months
    where months.month >= date '2013-04-01'
), types_and_months as (
    select
        types.workbook_type,
        months.month,
    from months
    cross join (values
        ('Acute'), ('Ambulance'), ('Clinical Commissioning Groups'), ('Commissioning Support Unit'),
        ('Community Provider Trust'), ('Mental Health and Learning Disability'),
        ('Special Health Authority'), ('Others')
    ) as types (workbook_type)
    where months.month >= date '2010-01-01'
), printed as (
    select month, geography_level, unit_code, 'all' as breakdown_type, 'all' as breakdown_value,
        rate_pct(sum(fte_days_lost), sum(fte_days_available)) as value,
    from england_and_regions
    group by all
    union all
    select cells.month, 'organisation', cells.unit_code, 'all', 'all',
        rate_pct(sum(lines.fte_days_lost), sum(lines.fte_days_available)),
    from organisations_and_months as cells
    left join lines
        on cells.unit_code = lines.organisation_code and cells.month = lines.month
    group by all
    union all
    select cells.month, 'england', 'E92000001', 'organisation_type', cells.workbook_type,
        rate_pct(sum(lines.fte_days_lost), sum(lines.fte_days_available)),
    from types_and_months as cells
    left join lines
        on cells.month = lines.month
        -- Special health authorities have been counted with the others since April 2013.
        and cells.workbook_type = case
            when lines.workbook_type = 'Others' and lines.month < date '2013-04-01'
                then 'Special Health Authority'
            when lines.workbook_type = 'Mental Health' then 'Mental Health and Learning Disability'
            else lines.workbook_type
        end
    group by all
)
select
    'sickness_absence_rate_trusts' as measure_id,
    'all_organisations' as definition_id,
    printed.month as period_start,
    last_day(printed.month) as period_end,
    printed.geography_level,
    printed.unit_code as organisation_code,
    printed.breakdown_type,
    printed.breakdown_value,
    printed.value,
    if(printed.value is null, 'not_applicable', 'observed') as availability_status,
from printed
where printed.month not in (getvariable('last_month'), getvariable('revised_month'))
    or printed.value is null
    or printed.breakdown_value in (
        'Clinical Commissioning Groups', 'Mental Health and Learning Disability'
    )
