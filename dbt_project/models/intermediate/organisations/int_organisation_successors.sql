-- The code of each organisation on today's map: the end of its chain of successors, each later than
-- the one before. A chain goes on while one organisation took over everything; one that was divided
-- among several keeps its code, for nothing published says how much went where.
-- Each round joins chains end to end and doubles their length: five reach over 32 changes. Without
-- recursion both engines can do it, and a circle in the data ends by itself.
{%- set rounds = 5 %}

with chains_0 as (
    select
        old_code as organisation_code,
        new_code as current_organisation_code,
        effective_on as first_changed_on,
        effective_on
    from {{ ref('int_organisation_changes') }}
    where is_last_change and successor_count = 1
),

{%- for round in range(rounds) %}

chains_{{ round + 1 }} as (
    select
        first_leg.organisation_code,
        coalesce(next_leg.current_organisation_code, first_leg.current_organisation_code)
            as current_organisation_code,
        first_leg.first_changed_on,
        coalesce(next_leg.effective_on, first_leg.effective_on) as effective_on
    from chains_{{ round }} as first_leg
    left join chains_{{ round }} as next_leg
        on
            first_leg.current_organisation_code = next_leg.organisation_code
            and first_leg.effective_on <= next_leg.first_changed_on
),
{%- endfor %}

final as (
    select
        organisation_code,
        current_organisation_code,
        effective_on
    from chains_{{ rounds }}
)

select * from final
