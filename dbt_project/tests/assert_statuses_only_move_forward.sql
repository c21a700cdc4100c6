-- From one day to the next, over six years, a status changes only as time allows: what is due
-- opens its window, begins or becomes overdue; nothing that is overdue, begun or delivered goes
-- back while no evidence arrives.
with commitments as (
    {{ commitments_on(
        ref('int_commitments'), ref('delivery_evidence'), every_day('2019-01-01', '2024-12-31')
    ) }}
),

interim as (
    {{ interim_plan_actions_on(
        ref('int_interim_statements'),
        ref('delivery_evidence'),
        every_day('2019-01-01', '2024-12-31')
    ) }}
),

statements as (
    select
        commitment_id as statement_id,
        status_on,
        status,
        evidence_count,
        evidence_kind,
        stated_on
    from commitments

    union all

    select
        statement_id,
        status_on,
        status,
        evidence_count,
        evidence_kind,
        stated_on
    from interim
),

steps as (
    select
        *,
        lag(status) over day_by_day as status_before,
        lag(evidence_count) over day_by_day as evidence_count_before,
        lag(evidence_kind) over day_by_day as evidence_kind_before
    from statements
    window day_by_day as (partition by statement_id order by status_on)
)

select
    statement_id,
    status_on,
    status_before,
    status
from steps
where
    status <> status_before
    and evidence_count = evidence_count_before
    and coalesce(evidence_kind, '') = coalesce(evidence_kind_before, '')
    and concat(status_before, ' to ', status) not in (
        'due to in_window', 'due to ongoing', 'due to overdue', 'in_window to overdue'
    )
    -- With evidence of a part, what is left when the date passes is not known.
    and not (evidence_kind = 'partly_delivered' and status = 'unknown')
    -- On the day it is stated, a promise starts to have a status.
    and status_on <> stated_on
