-- Publications of a few rows: apprenticeships with employers of the public sector, returners of the
-- pandemic, nurses of the 50,000 programme.
create view public_sector_starts as
with printed_starts as (
    select
        year(period_start) as first_year,
        printed as starts,
    from known
    where publication_id = 'apprenticeships'
)
select first_year, 'NHS' as employer_group, 1200000 as headcount, starts from printed_starts
union all
select first_year, 'Local Authorities', 800000, 9000 from printed_starts;

-- The regions' parts: what England has is their sum.
create view returners as
with days as (
    select
        period_end as as_at,
        printed,
        published_on,
    from known
    where publication_id = 'nhsei_bbs'
)
select
    days.published_on,
    days.as_at,
    regions.region_code,
    regions.region_name,
    'All professions' as profession,
    1 as list_order,
    part_of(printed, share_from, share_to) as deployed,
    part_of(3 * printed, share_from, share_to) as checked,
    1 as release,
from days
cross join region_shares
inner join regions
    on region_shares.region_code = regions.region_code;

create view programme_nurses as
select
    published_on,
    period_end as snapshot_on,
    'Programme' as scope,
    printed as fte,
from known
where publication_id = 'nurses_50k';
