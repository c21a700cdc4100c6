-- One quarter of network posts, own staff before contracted services.
select
    if(posts.is_contracted, 'NWRS contracted services', 'NWRS Staff') as "Data_source",
    year(posts.month) as "CENSUS_YEAR",
    month(posts.month) as "CENSUS_MONTH",
    posts.pcn_code as "PCN_CODE",
    posts.pcn_name as "PCN_NAME",
    posts.locality_code as "SUB_ICB_CODE",
    -- The name of a board's only part is empty and leaves a space at the end.
    'NHS Synthetic ' || areas.geography || ' ICB - ' || posts.locality_code || ' '
    || if(areas.sub_icb_count > 1, 'Locality ' || posts.locality_code, '') as "SUB_ICB_NAME",
    posts.icb_code as "ICB_CODE",
    'NHS Synthetic ' || areas.geography || ' ICB' as "ICB_NAME",
    areas.region_code as "COMM_REGION_CODE",
    regions.region_name as "COMM_REGION_NAME",
    posts.staff_group as "STAFF_GROUP",
    posts.staff_role as "STAFF_ROLE",
    posts.detailed_staff_role as "DETAILED_STAFF_ROLE",
    -- Ten significant digits, and no more zeros than needed.
    rtrim(
        rtrim(if(posts.fte >= 10, format('{:.8f}', posts.fte), format('{:.9f}', posts.fte)), '0'),
        '.'
    ) as "FTE",
    if(posts.is_contracted, 'NULL', cast(posts.person_id as varchar)) as "UNIQUE_IDENTIFIER",
    true as "IS_SYNTHETIC",
from network_posts as posts
inner join areas
    on posts.icb_code = areas.icb_code
inner join regions
    on areas.region_code = regions.region_code
where posts.month = $month
order by
    posts.is_contracted,
    posts.pcn_code,
    posts.post_key
