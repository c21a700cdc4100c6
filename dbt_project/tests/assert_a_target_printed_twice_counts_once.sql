-- What one target says in two workstreams is the same, and exactly one of the two rows counts.
select
    repeated.statement_id,
    counted.statement_id as counted_statement_id
from {{ ref('interim_plan_actions') }} as repeated
inner join {{ ref('interim_plan_actions') }} as counted
    on repeated.same_target_as = counted.statement_id
where
    repeated.is_counted
    or not counted.is_counted
    or repeated.target_value <> counted.target_value
    or repeated.target_unit <> counted.target_unit
    or repeated.status <> counted.status
