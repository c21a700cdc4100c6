-- What trusts returned of volunteers, in all, by role and by kind of trust, as known when each
-- return came: each quarter once in every window of twelve months that it is part of. A later
-- return of one quarter opens them all anew.
with returned as (
    select * from {{ ref('stg_nhs_volunteering__volunteers') }}
),

steps as (
    select steps.months_on
    from (values (0), (3), (6), (9)) as steps (months_on)
),

members as (
    select
        returned.*,
        last_day({{ add_months('returned.period_start', 'steps.months_on + 2') }}) as window_end
    from returned
    cross join steps
),

known as (
    {{ as_known_when_received(
        'members',
        period=['window_end'],
        row_key=['period_start', 'period_end', 'organisation_code', 'volunteer_role'],
        columns=[
            'organisation_type', 'is_total', 'volunteers_active', 'volunteer_hours', 'hours_status'
        ]
    ) }}
),

organisations as (
    select * from {{ ref('int_organisations_known') }}
),

breakdowns as (
    select
        kinds.breakdown_type,
        kinds.is_total
    from (
        values ('all', true), ('organisation_type', true), ('volunteer_role', false)
    ) as kinds (breakdown_type, is_total)
),

final as (
    select
        known.*,
        organisations.icb_code,
        organisations.region_code,
        breakdowns.breakdown_type,
        case breakdowns.breakdown_type
            when 'all' then 'all'
            when 'volunteer_role' then known.volunteer_role
            else known.organisation_type
        end as breakdown_value,
        -- Hours of a few people are theirs: what the sender hid is taken for such.
        case known.availability_status
            when 'suppressed_source' then 0
            else known.volunteers_active
        end as fewest_active
    from known
    inner join breakdowns
        on known.is_total = breakdowns.is_total
    left join organisations
        on {{ is_organisation_as_known('known', 'published_on') }}
)

select * from final
