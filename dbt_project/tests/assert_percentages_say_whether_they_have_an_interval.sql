-- Definitions of percentages of which nobody said what an interval would stand on, and rows about
-- what is no percentage.
select
    measures.measure_id,
    definitions.definition_id,
    interval_bases.base_kind
from {{ ref('definitions') }} as definitions
inner join {{ ref('measures') }} as measures
    on definitions.measure_id = measures.measure_id
left join {{ ref('interval_bases') }} as interval_bases
    on
        definitions.measure_id = interval_bases.measure_id
        and definitions.definition_id = interval_bases.definition_id
where (measures.unit in ('percent', 'percent_of_trusts')) <> (interval_bases.measure_id is not null)
