-- One row a filled post of a network and quarter, as the networks returned them.
create table network_posts as
with posts as (
    select
        networks.*,
        unnest(range(1, post_count + 1)) as post_number,
        pcn_code || '|' || post_number as post_key,
    from networks
), described as (
    select
        posts.*,
        role_bands.* exclude (band_from, band_to),
        even('contract|' || post_key) < role_bands.contracted_share as is_contracted,
        -- A contracted team is returned as one row.
        case
            when is_contracted and even('team|' || post_key) < 0.012
                then 2 + floor(12 * even('team size|' || post_key))
            else 1
        end * hour_bands.weekly_hours / 37.5 as fte,
    from posts
    inner join role_bands
        on even('role|' || post_key) >= role_bands.band_from
        and even('role|' || post_key) < role_bands.band_to
    inner join hour_bands
        on role_bands.hours_pattern = hour_bands.hours_pattern
        and even('hours|' || post_key) >= hour_bands.band_from
        and even('hours|' || post_key) < hour_bands.band_to
), shared as (
    select
        *,
        -- One person in thirty also works for the next network: the identifier repeats.
        case
            when even('shared|' || post_key) < 0.03
                then lag(post_key, 1, post_key) over (
                    partition by detailed_staff_role, is_contracted
                    order by post_number, pcn_code
                )
            else post_key
        end as person_key,
    from described
), held as (
    select
        quarters.month,
        shared.*,
        -- Each post changes hands once within six years, so a third of them within the series.
        shared.person_key || case
            when quarters.month >= date '2020-03-01'
                + cast(24 * even('left|' || shared.person_key) as integer) * interval 3 month
                then '|successor' else ''
        end as holder_key,
    from shared
    inner join pcn_quarters as quarters
        on shared.reports_at < quarters.reporting_share
        and even('filled|' || shared.post_key) < quarters.filled_share
        and shared.starts_on <= quarters.month
)
select
    * exclude (fte),
    dense_rank() over (order by md5(getvariable('seed') || holder_key)) + 184 as person_id,
    -- A few returns correct an earlier one and came out just below nothing.
    case
        when starts_on >= date '2021-09-01' and even('slip|' || post_key) < 0.02
            then -0.026666667
        else fte
    end as fte,
from held;
