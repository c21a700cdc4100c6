-- Steps to a period of a series from the one before and from that of the year before that lie
-- across breaks, and across which. Many series take the same steps: each is looked up once.
with preceded as (
    select * from {{ ref('int_observations_preceded') }}
),

breaks as (
    select * from {{ ref('int_measure_breaks') }}
),

steps as (
    select
        measure_id,
        geography_level,
        organisation_code,
        preceding_start,
        period_end
    from preceded
    where preceding_start is not null

    union distinct

    select
        measure_id,
        geography_level,
        organisation_code,
        year_before_start as preceding_start,
        period_end
    from preceded
    where year_before_start is not null
),

crossed as (
    select
        steps.*,
        breaks.discontinuity_id
    from steps
    inner join breaks
        on
            steps.measure_id = breaks.measure_id
            and steps.period_end >= breaks.breaks_from
            and steps.preceding_start < breaks.breaks_until
    where breaks.organisation_code is null

    union all

    -- Apart from the others: of these breaks there are many, and an equal code finds its few.
    select
        steps.*,
        breaks.discontinuity_id
    from steps
    inner join breaks
        on
            steps.measure_id = breaks.measure_id
            and steps.organisation_code = breaks.organisation_code
            and steps.period_end >= breaks.breaks_from
            and steps.preceding_start < breaks.breaks_until
    where steps.geography_level = 'organisation'
),

final as (
    select
        measure_id,
        geography_level,
        organisation_code,
        preceding_start,
        period_end,
        {{ listed_texts('discontinuity_id') }} as discontinuity_ids
    from crossed
    group by measure_id, geography_level, organisation_code, preceding_start, period_end
)

select * from final
