-- Whatever a body reported has a row of coverage: none falls out of its data set or its period.
with received as (
    select * from {{ ref('int_reports_received') }}
),

judged as (
    select * from {{ ref('int_reports_judged') }}
)

select
    {{ data_set('received') }},
    received.period_start,
    received.period_end,
    received.organisation_code
from received
left join judged
    on
        {{ in_one_period('received', 'judged') }}
        and received.organisation_code = judged.organisation_code
where judged.organisation_code is null
