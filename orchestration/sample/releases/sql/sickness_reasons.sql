-- The month by reason for absence: regions by staff group, organisations as a whole.
with cells as (
    select
        lines.region_code,
        lines.region_name,
        lines.region_code as organisation_code,
        'All organisations' as organisation_name,
        staff_groups.staff_group,
        sickness_months.fte_days_available,
        sickness_months.fte_days_lost,
    from sickness_months
    inner join sickness_lines as lines
        on sickness_months.month = lines.month
        and sickness_months.organisation_code = lines.organisation_code
    inner join staff_groups
        on sickness_months.staff_group_id = staff_groups.staff_group_id
    where sickness_months.month = $month
    union all
    select
        region_code,
        region_name,
        unnest([region_code, organisation_code]),
        unnest(['All organisations', organisation_name]),
        'All staff groups',
        fte_days_available,
        fte_days_lost,
    from sickness_lines
    where month = $month
), summed as (
    select
        region_code,
        region_name,
        organisation_code,
        organisation_name,
        staff_group,
        organisation_code || '|' || staff_group as cell_key,
        sum(fte_days_available) as fte_days_available,
        sum(fte_days_lost) as fte_days_lost,
    from cells
    group by all
), weighted as (
    select
        summed.*,
        reasons.reason,
        reasons.is_rest,
        exact(reasons.share * (1 + 0.25 * bell(bits(cell_key || reasons.reason)))) as weight,
    from summed
    cross join absence_reasons as reasons
), split as (
    select
        *,
        cast(
            trunc(
                cast(fte_days_lost as double)
                * (weight / sum(weight) over (partition by cell_key)),
                5
            )
            as decimal(18, 5)
        ) as lost_to_reason,
    from weighted
)
select
    day_first(last_day($month)) as "DATE",
    region_code as "NHSE_CODE",
    region_name as "NHSE_NAME",
    organisation_code as "ORG_CODE",
    organisation_name as "ORG_NAME",
    staff_group as "STAFF_GROUP",
    reason as "REASON",
    printed_days(fte_days_available) as "FTE_DAYS_AVAILABLE",
    printed_days(fte_days_lost) as "FTE_DAYS_LOST",
    printed_days(
        case
            -- Whatever rounding down left over is unspecified, so that the reasons add up.
            when is_rest then fte_days_lost
            - sum(lost_to_reason) filter (where not is_rest) over (partition by cell_key)
            else lost_to_reason
        end
    ) as "FTE_DAYS_LOST_REASON",
    true as "IS_SYNTHETIC",
from split
order by region_code, organisation_code, staff_group, reason
