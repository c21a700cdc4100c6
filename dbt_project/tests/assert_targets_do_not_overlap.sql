-- Two targets that would be in force for one figure on one day: which of them stood beside it would
-- be left to chance.
select
    one.target_id,
    other.target_id as other_target_id
from {{ ref('targets') }} as one
inner join {{ ref('targets') }} as other
    on
        one.measure_id = other.measure_id
        and one.definition_id = other.definition_id
        and one.geography_level = other.geography_level
        and one.breakdown_type = other.breakdown_type
        and one.breakdown_value = other.breakdown_value
        and one.target_id < other.target_id
where
    coalesce(one.organisation_code = other.organisation_code, true)
    and coalesce(one.valid_until >= other.valid_from, true)
    and coalesce(other.valid_until >= one.valid_from, true)
