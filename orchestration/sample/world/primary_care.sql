-- Primary care networks, which started to report over two years, and the posts that they filled.
create table networks as
with numbered as (
    select
        icb_code,
        unnest(range(1, cast(round(pcn_count * getvariable('pcn_factor')) as bigint) + 1))
            as network_rank,
        sub_icb_count,
        share_to,
    from areas
), ordered as (
    select
        *,
        row_number() over (order by even('network|' || icb_code || network_rank)) as place,
    from numbered
)
select
    -- Three long runs of codes that the published files do not use.
    'U' || place + case
        when place <= 430 then 18398
        when place <= 860 then 40611
        else 80555
    end as pcn_code,
    'SYNTHETIC NETWORK ' || lpad(cast(place as varchar), 4, '0') || ' PCN' as pcn_name,
    ordered.icb_code,
    localities.locality_code,
    even('reports|' || place) as reports_at,
    cast(getvariable('posts_per_pcn') * (0.4 + 1.2 * even('posts|' || place)) as bigint)
        as post_count,
from ordered
inner join localities
    on ordered.icb_code = localities.icb_code
    and (ordered.network_rank - 1) % ordered.sub_icb_count + 1 = localities.locality_rank;

create table role_bands as
select
    * exclude (weight),
    sum(weight) over placed / sum(weight) over () as band_to,
    (sum(weight) over placed - weight) / sum(weight) over () as band_from,
from pcn_roles
window placed as (order by staff_group, staff_role, detailed_staff_role);

create table hour_bands as
with patterns as (
    unpivot working_hours
    on clinical, sessional, mixed
    into name hours_pattern value weight
)
select
    hours_pattern,
    weekly_hours,
    sum(exact(weight)) over placed / sum(exact(weight)) over pattern as band_to,
    (sum(exact(weight)) over placed - exact(weight)) / sum(exact(weight)) over pattern as band_from,
from patterns
where weight > 0
window
    placed as (partition by hours_pattern order by weekly_hours),
    pattern as (partition by hours_pattern);
