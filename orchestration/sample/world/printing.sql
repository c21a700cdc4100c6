-- How publishers print figures and labels, shared by the layouts that are written from them.
create macro day_first(day) as
    strftime(day, '%d/%m/%Y');

create macro rate_pct(lost, available) as
    round(100 * lost / available, 2);

-- Days as a float prints them, now and then with the noise of adding floats up.
create macro printed_days(days) as
    cast(cast(days as double) as varchar)
    || case
        when cast(days * 100000 as bigint) % 10 <> 0 and cast(days * 100000 as bigint) % 61 = 0
            then '0000001'
        else ''
    end;

create macro thousands(amount) as
    format('{:,}', cast(amount as bigint));

-- Months as they stand above columns: typed by many hands over the years.
create macro irregular_month(month) as
    strftime(month, '%B')
    || list_extract(
        [' ', ' ', '    ', '     ', chr(10), chr(10), ' ' || chr(10)],
        1 + cast(floor(7 * even('heading|' || month)) as integer)
    )
    || strftime(month, '%Y');

create view sickness_lines as
select
    sickness.month,
    months.month_end,
    organisation_months.* exclude (month, fte),
    regions.region_name,
    coalesce(areas.geography, regions.region_name) as icb_name,
    hee_regions.hee_region_name,
    sickness.fte_days_available,
    sickness.fte_days_lost,
    sickness.fte_days_lost_at_first,
from organisation_sickness as sickness
inner join months
    on sickness.month = months.month
inner join organisation_months
    on sickness.month = organisation_months.month
    and sickness.organisation_code = organisation_months.organisation_code
inner join regions
    on organisation_months.region_code = regions.region_code
inner join hee_regions
    on organisation_months.hee_region_code = hee_regions.hee_region_code
left join areas
    on organisation_months.icb_code = areas.icb_code;
