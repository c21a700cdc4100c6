-- Sickness as it is published: with every label, and with small staff groups blanked.
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

create view staff_sickness_lines as
with cells as (
    select
        sickness_months.*,
        staff_groups.sickness_order,
        if(month < date '2024-05-01', staff_groups.older_label, staff_groups.staff_group)
            as staff_group,
        fte_days_available > 330 as is_shown,
    from sickness_months
    inner join staff_groups
        on sickness_months.staff_group_id = staff_groups.staff_group_id
), rows as (
    select
        month,
        organisation_code,
        sickness_order,
        staff_group,
        if(is_shown, fte_days_available, null) as fte_days_available,
        if(is_shown, fte_days_lost, null) as fte_days_lost,
        if(is_shown, fte_days_lost_at_first, null) as fte_days_lost_at_first,
    from cells
    union all
    select
        month,
        organisation_code,
        0,
        'All staff groups',
        fte_days_available,
        fte_days_lost,
        fte_days_lost_at_first,
    from organisation_sickness
)
select
    rows.*,
    sickness_lines.* exclude (
        month,
        organisation_code,
        fte_days_available,
        fte_days_lost,
        fte_days_lost_at_first
    ),
from rows
inner join sickness_lines
    on rows.month = sickness_lines.month
    and rows.organisation_code = sickness_lines.organisation_code;
