-- The invented bodies, as many of each kind as there are, each with a size and a place.
create table current_bodies as
with ranks as (
    select
        *,
        unnest(range(1, body_count + 1)) as body_rank,
    from body_kinds
), placed as (
    select
        *,
        benchmark_group || '|' || body_rank as body_key,
        (body_rank - 0.5) / body_count as quantile,
        -- Steps of the golden ratio spread a kind evenly over the country.
        (body_rank * 0.6180339887 + even('start|' || benchmark_group)) % 1 as position,
    from ranks
), sized as (
    select
        *,
        case
            when quantile < 0.25 then fte_min + (fte_lower - fte_min) * quantile / 0.25
            when quantile < 0.5
                then fte_lower + (fte_median - fte_lower) * (quantile - 0.25) / 0.25
            when quantile < 0.75
                then fte_median + (fte_upper - fte_median) * (quantile - 0.5) / 0.25
            else fte_upper + (fte_max - fte_upper) * (quantile - 0.75) / 0.25
        end as reference_fte,
    from placed
)
select
    sized.* exclude (
        body_count, position, quantile, fte_min, fte_lower, fte_median, fte_upper, fte_max
    ),
    areas.icb_code,
    areas.region_code,
from sized
inner join areas
    on case
        when sized.kind = 'icb' then sized.body_rank = areas.size_rank
        else sized.position >= areas.share_from and sized.position < areas.share_to
    end;

-- Bodies that merged into one of today's, or were replaced by one.
create table former_bodies as
select
    current_bodies.* replace (
        current_bodies.body_key || '|' || before.predecessor as body_key,
        case
            when mergers.is_new_body then current_bodies.reference_fte
            * 2 * (mergers.predecessor_count - before.predecessor + 1)
            / (mergers.predecessor_count * (mergers.predecessor_count + 1))
            else current_bodies.reference_fte * 0.3
        end as reference_fte
    ),
    current_bodies.body_key as successor_key,
    mergers.merged_on,
from mergers
cross join lateral (
    select unnest(range(1, mergers.predecessor_count + 1)) as predecessor
) as before
inner join current_bodies
    on mergers.benchmark_group = current_bodies.benchmark_group
    and mergers.body_rank = current_bodies.body_rank;

insert into former_bodies by name
select
    boards.* replace (
        'locality|' || localities.locality_code as body_key,
        'commissioning_group' as kind,
        'Clinical Commissioning Group' as cluster_group,
        'Clinical Commissioning Group' as benchmark_group,
        boards.reference_fte / localities.sub_icb_count
        * (0.7 + 0.6 * even('size|' || localities.locality_code)) as reference_fte
    ),
    boards.body_key as successor_key,
    date '2022-07-01' as merged_on,
from localities
inner join current_bodies as boards
    on localities.icb_code = boards.icb_code
    and boards.kind = 'icb';
