-- Targets that ask for at least so much where less is better, for at most so much where more is, or
-- for either where no side is better: their assurance would contradict their variation.
select
    targets.target_id,
    targets.target_comparison,
    measures.polarity
from {{ ref('targets') }} as targets
inner join {{ ref('measures') }} as measures
    on targets.measure_id = measures.measure_id
where
    case measures.polarity
        when 'higher_better' then 'at_least'
        when 'lower_better' then 'at_most'
        else 'neither'
    end <> targets.target_comparison
