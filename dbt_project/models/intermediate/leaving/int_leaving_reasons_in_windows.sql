-- Reasons for leaving by quarter and, where a release holds four quarters in a row, by the twelve
-- months that they make: sums of one release, never a mix of two.
with quarters as (
    select * from {{ ref('int_leaving_reasons_counted') }}
),

years as (
    select
        ending.period_end,
        ending.geography_level,
        ending.organisation_code,
        ending.is_synthetic,
        ending.published_on,
        ending.file_id,
        min(members.period_start) as period_start,
        count(members.work_life_balance_assignments) as quarters_with_the_reason,
        sum(members.all_assignments) as all_assignments,
        sum(members.work_life_balance_assignments) as work_life_balance_assignments,
        sum(members.stated_voluntary_assignments) as stated_voluntary_assignments,
        sum(members.unknown_assignments) as unknown_assignments
    from quarters as ending
    inner join quarters as members
        on
            ending.file_id = members.file_id
            and ending.geography_level = members.geography_level
            and ending.organisation_code = members.organisation_code
            and {{ months_between('members.period_end', 'ending.period_end') }} between 0 and 9
    group by
        ending.period_end, ending.geography_level, ending.organisation_code, ending.is_synthetic,
        ending.published_on, ending.file_id
    having count(*) = 4
),

final as (
    select
        'financial_quarter' as period_type,
        period_start,
        period_end,
        geography_level,
        organisation_code,
        all_assignments,
        work_life_balance_assignments,
        stated_voluntary_assignments,
        unknown_assignments,
        is_synthetic,
        published_on,
        file_id
    from quarters

    union all

    select
        'rolling_12_months' as period_type,
        period_start,
        period_end,
        geography_level,
        organisation_code,
        all_assignments,
        case when quarters_with_the_reason = 4 then work_life_balance_assignments end
            as work_life_balance_assignments,
        stated_voluntary_assignments,
        unknown_assignments,
        is_synthetic,
        published_on,
        file_id
    from years
)

select * from final
