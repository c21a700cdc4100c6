-- What became of the report of every body that was expected, or came, in each period of a data set.
with awaited as (
    select * from {{ ref('int_reports_awaited') }}
),

expected as (
    select * from {{ ref('int_reports_expected') }}
),

received as (
    select * from {{ ref('int_reports_received') }}
),

bodies as (
    select {{ data_set() }}, period_start, period_end, organisation_code from expected
    union distinct
    select {{ data_set() }}, period_start, period_end, organisation_code from received
),

joined as (
    select
        bodies.*,
        awaited.is_received as is_period_received,
        awaited.has_earlier_period,
        awaited.due_on,
        awaited.first_received_on as period_first_received_on,
        expected.expectation_basis,
        coalesce(expected.has_ended, false) as has_ended,
        coalesce(received.given_count > 0, false) as is_received,
        coalesce(received.given_count > 0, false)
        and awaited.has_earlier_period
        and not coalesce(expected.has_reported_before, false) as is_new,
        received.first_received_on,
        received.last_received_on,
        coalesce(received.observation_count, 0) as observation_count,
        coalesce(received.observed_count, 0) as observed_count,
        coalesce(received.suppressed_count, 0) as suppressed_count,
        coalesce(received.withdrawn_count, 0) as withdrawn_count,
        coalesce(received.is_provisional, false) as is_provisional,
        coalesce(received.is_synthetic, awaited.is_synthetic) as is_synthetic
    from bodies
    inner join awaited
        on
            {{ in_one_period('bodies', 'awaited') }}
    left join expected
        on
            {{ in_one_period('bodies', 'expected') }}
            and bodies.organisation_code = expected.organisation_code
    left join received
        on
            {{ in_one_period('bodies', 'received') }}
            and bodies.organisation_code = received.organisation_code
),

final as (
    select
        {{ data_set() }},
        period_start,
        period_end,
        organisation_code,
        {{ coverage_status() }} as coverage_status,
        is_received,
        is_new,
        -- A body that ended is not asked for; one that reports all the same is no newcomer.
        expectation_basis is not null and (is_received or not has_ended) as is_expected,
        coalesce(
            expectation_basis, case when has_earlier_period then 'newcomer' else 'none_before' end
        ) as expectation_basis,
        due_on,
        first_received_on,
        last_received_on,
        observation_count,
        observed_count,
        suppressed_count,
        is_provisional,
        is_synthetic
    from joined
)

select * from final
