-- Staff by nationality of each training region, in people and in full-time equivalents.
create table region_nationalities as
with region_sizes as (
    select
        areas.hee_region_code,
        sum(areas.pcn_count) / (select sum(pcn_count) from icbs) as share,
        sum(exact(areas.pcn_count * regions.non_uk_factor)) / sum(areas.pcn_count)
            as non_uk_factor,
    from areas
    inner join regions
        on areas.region_code = regions.region_code
    group by areas.hee_region_code
), expected as (
    select
        trends.month,
        region_sizes.hee_region_code,
        nationalities.nationality_group,
        nationalities.nationality,
        region_sizes.hee_region_code || '|' || nationalities.nationality as cell_key,
        1150000 * region_sizes.share
        * nationalities.weight / (select sum(weight) from nationalities)
        * case
            when nationalities.nationality_group in ('United Kingdom', 'Unknown') then 1
            else trends.level * region_sizes.non_uk_factor
        end
        * (1 + 0.2 * bell(bits(cell_key))) as people,
    from trend_months as trends
    cross join region_sizes
    cross join nationalities
    where
        trends.series = 'non_uk'
        and trends.month in (date '2016-03-01', date '2017-03-01')
), counted as (
    select
        * exclude (people),
        case
            -- Home nations other than British were not asked for in the first year.
            when
                nationality_group = 'United Kingdom'
                and nationality <> 'British'
                and month < date '2017-01-01'
                then 0
            else whole(people, 'people|' || month || cell_key)
        end as headcount,
    from expected
)
select
    * exclude (cell_key),
    -- One person may work any hours; many together work close to the average.
    cast(
        headcount
        * least(1, greatest(0.2, 0.885 + 0.3 / sqrt(headcount + 0.2) * bell(bits(cell_key || 'h'))))
        as decimal(18, 5)
    ) as fte,
from counted;
