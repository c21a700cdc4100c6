-- Days lost and available of financial quarters, the frequency that Annex A prints: sums over the
-- three months, as known on each day that one of them was published. A unit that lacks a month has
-- no quarter.
with summed as (
    select * from {{ ref('int_sickness_absence_days_summed') }}
    where definition_id in ('nhs_trusts', 'all_organisations') and breakdown_type = 'all'
),

releases as (
    select distinct
        period_start,
        published_on,
        file_id,
        {{ quarter_start('period_start') }} as quarter_start
    from summed
),

reopened_quarters as (
    select distinct
        quarter_start,
        published_on as known_on
    from releases
),

known_months as (
    select
        reopened_quarters.known_on,
        releases.*,
        row_number() over (
            partition by
                reopened_quarters.quarter_start, reopened_quarters.known_on, releases.period_start
            order by releases.published_on desc, releases.file_id desc
        ) as recency
    from reopened_quarters
    inner join releases
        on
            reopened_quarters.quarter_start = releases.quarter_start
            and reopened_quarters.known_on >= releases.published_on
),

members as (
    select
        *,
        -- The release that (re)opened the quarter gives it its identity.
        first_value(file_id) over (
            partition by quarter_start, known_on
            order by published_on desc, period_start desc
        ) as quarter_file_id
    from known_months
    where recency = 1
),

final as (
    select
        summed.definition_id,
        members.quarter_start as period_start,
        last_day({{ add_months('members.quarter_start', 2) }}) as period_end,
        summed.geography_level,
        summed.organisation_code,
        max(summed.icb_code) as icb_code,
        max(summed.region_code) as region_code,
        summed.breakdown_type,
        summed.breakdown_value,
        {{ exact_sum('summed.fte_days_lost') }} as fte_days_lost,
        {{ exact_sum('summed.fte_days_available') }} as fte_days_available,
        'observed' as availability_status,
        true as is_derived,
        bool_or(summed.is_synthetic) as is_synthetic,
        members.known_on as published_on,
        members.quarter_file_id as file_id
    from members
    inner join summed
        on
            members.file_id = summed.file_id
            and members.period_start = summed.period_start
    group by
        summed.definition_id, members.quarter_start, summed.geography_level,
        summed.organisation_code, summed.breakdown_type, summed.breakdown_value,
        members.known_on, members.quarter_file_id
    having count(summed.fte_days_available) = 3
)

select * from final
