-- The bodies that each period of a data set could expect, and the first reason that holds: they
-- were asked, are named in its file, are trusts in the register, or reported in the year before.
with awaited as (
    select * from {{ ref('int_reports_awaited') }}
),

received as (
    select * from {{ ref('int_reports_received') }}
    where given_count > 0
),

candidates as (
    select
        {{ data_set() }},
        period_start,
        period_end,
        organisation_code,
        expectation_basis
    from {{ ref('int_reports_asked') }}

    union all

    select
        {{ data_set('awaited') }},
        awaited.period_start,
        awaited.period_end,
        received.organisation_code,
        'reported_before' as expectation_basis
    from awaited
    inner join received
        on
            {{ in_one_data_set('awaited', 'received') }}
            and awaited.period_end > received.period_end
            and {{ months_between('received.period_end', 'awaited.period_end') }}
            <= {{ months_expected_again() }}
),

-- The first reason in the alphabet is the first of the list.
bodies as (
    select
        {{ data_set() }},
        period_start,
        period_end,
        organisation_code,
        min(expectation_basis) as expectation_basis,
        bool_or(expectation_basis = 'reported_before') as has_reported_before
    from candidates
    group by {{ data_set() }}, period_start, period_end, organisation_code
),

ended as (
    select
        old_code as organisation_code,
        max(effective_on) as ended_on
    from {{ ref('int_organisation_changes') }}
    where ends_old_code or (is_last_change and change_kind = 'division')
    group by old_code
),

organisations as (
    select * from {{ ref('int_organisations') }}
),

-- Feeds leave a body out of the month on whose last day it ends.
final as (
    select
        bodies.*,
        bodies.geography_level = 'organisation'
        and (
            coalesce({{ days_between('bodies.period_end', 'ended.ended_on') }} <= 1, false)
            or coalesce(organisations.closed_on <= bodies.period_end, false)
        ) as has_ended
    from bodies
    left join ended
        on bodies.organisation_code = ended.organisation_code
    left join organisations
        on bodies.organisation_code = organisations.organisation_code
)

select * from final
