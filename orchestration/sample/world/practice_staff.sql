-- Staff of each practice in the months that files of practices print: one row a role that it has.
create table practice_staff as
with expected as (
    select
        posts.*,
        files.month,
        files.published_on,
        posts.base_fte
        * role_level(files.month, level_2015, level_2019, level_2024)
        * (1 + 0.03 * bell(bits('month|' || files.month || posts.post_key)))
        * method_factor(files.published_on) as expected_fte,
    from practice_posts as posts
    inner join practice_files as files
        on posts.opens_on <= files.month
        and posts.closes_on > files.month
)
select
    practice_code,
    month,
    published_on,
    role_id,
    staff_group,
    column_stem,
    detailed_role,
    cast(expected_fte as decimal(18, 6)) as fte,
    cast(expected_fte * female_share as decimal(18, 6)) as female_fte,
    cast(ceil(expected_fte / participation) as bigint) as headcount,
    cast(round(headcount * female_share) as bigint) as female_headcount,
    -- Some returns cannot be used: then the whole group is printed without figures.
    even('unusable|' || practice_code || staff_group || month) >= 0.03 as is_usable,
from expected
where expected_fte > 0;

-- Every practice that is open in a month has a row, whatever its returns.
create table practice_months as
select
    practices.*,
    files.month,
    files.published_on,
    cast(round(9800 * practices.size) as bigint) as patients,
    even('unusable|' || practice_code || 'GP' || files.month) >= 0.03 as has_gp,
    even('unusable|' || practice_code || 'Nurses' || files.month) >= 0.03 as has_nurses,
    even('unusable|' || practice_code || 'Direct Patient Care' || files.month) >= 0.03 as has_dpc,
    even('unusable|' || practice_code || 'Admin/Non-Clinical' || files.month) >= 0.03 as has_admin,
from practices
inner join practice_files as files
    on practices.opens_on <= files.month
    and practices.closes_on > files.month;
