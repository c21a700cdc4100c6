-- Whatever the day, each statement has one row and one status: days on which some are missing.
with commitments as (
    {{ commitments_on(
        ref('int_commitments'), ref('delivery_evidence'), every_day('2019-01-01', '2024-12-31')
    ) }}
),

expected as (
    select count(*) as stated from {{ ref('stated_commitments') }}
),

days as (
    select
        status_on,
        count(*) as statements,
        count(distinct commitment_id) as distinct_statements,
        count(status) as statuses
    from commitments
    group by status_on
)

select
    days.status_on,
    days.statements,
    expected.stated
from days
cross join expected
where
    days.statements <> expected.stated
    or days.distinct_statements <> expected.stated
    or days.statuses <> expected.stated
