-- Assignments that end in each quarter, by region and recorded reason. The first release of a
-- quarter misses a few that are recorded late.
create table leaving_assignments as
with sizes as (
    select
        cast(date_trunc('quarter', organisation_months.month) as date) as quarter_start,
        organisation_months.region_code,
        cast(sum(exact(organisation_months.fte)) as double) as fte,
    from organisation_months
    where
        month(organisation_months.month) % 3 = 0
        and organisation_months.kind <> 'company'
        and organisation_months.month >= getvariable('leaving_from')
    group by all
), expected as (
    select
        sizes.quarter_start,
        sizes.region_code,
        reasons.reason_order,
        reasons.reason,
        sizes.quarter_start >= reasons.in_use_from as is_in_use,
        sizes.region_code || '|' || reasons.reason || '|' || sizes.quarter_start as cell_key,
        -- Of a hundred posts some five end in a quarter, more in summer.
        sizes.fte * 0.048 * reasons.weight / (select sum(weight) from leaving_reasons)
        * case when month(sizes.quarter_start) = 7 then 1.2 else 1 end
        * (1 + 0.06 * bell(bits('reason|' || cell_key))) as expected_count,
    from sizes
    cross join leaving_reasons as reasons
)
select
    * exclude (expected_count, cell_key),
    case when is_in_use then whole(expected_count, 'left|' || cell_key) end as assignments,
    case
        when is_in_use then cast(floor(assignments * 0.985) as bigint)
    end as assignments_at_first,
from expected;
