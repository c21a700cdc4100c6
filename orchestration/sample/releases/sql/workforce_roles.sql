-- The extract of selected roles of one month, by organisation and profession, with all professions.
with summed as (
    select
        organisation_code,
        selected_role,
        coalesce(profession, 'All professions') as profession,
        sum(fte) as fte,
        sum(headcount) as headcount,
    from role_stocks
    where month = $month
    group by grouping sets (
        (organisation_code, selected_role, profession), (organisation_code, selected_role)
    )
), lines as (
    select
        * exclude (fte, headcount),
        unnest(['FTE', 'HC']) as data_type,
        unnest([
            cast(cast(fte as double) as varchar), cast(cast(headcount as bigint) as varchar)
        ]) as total,
    from summed
)
select
    strftime(last_day($month), '%d/%m/%Y') as "Date",
    labels.region_code as "NHSE_Region_Code",
    regions.region_name as "NHSE_Region_Name",
    labels.icb_code as "ICB code",
    coalesce(areas.geography, regions.region_name) as "ICB name",
    lines.organisation_code as "Org Code",
    labels.organisation_name as "Org Name",
    lines.selected_role as "Selected Role",
    lines.profession as "Profession",
    lines.data_type as "Data Type",
    lines.total as "Total",
    true as "IS_SYNTHETIC",
from lines
inner join organisation_months as labels
    on lines.organisation_code = labels.organisation_code
    and labels.month = $month
inner join regions
    on labels.region_code = regions.region_code
left join areas
    on labels.icb_code = areas.icb_code
order by
    labels.region_code,
    lines.organisation_code,
    lines.selected_role,
    lines.profession,
    lines.data_type
