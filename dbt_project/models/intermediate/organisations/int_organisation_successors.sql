-- The code of each organisation on today's map: the end of its chain of successors, each later than
-- the one before. A chain goes on while one organisation took over everything; one that was divided
-- among several keeps its code, for nothing published says how much went where.
with recursive changes as (
    select
        old_code,
        new_code,
        effective_on
    from {{ ref('int_organisation_changes') }}
    where is_last_change and successor_count = 1
),

steps as (
    select
        old_code as organisation_code,
        new_code as current_organisation_code,
        effective_on,
        1 as step
    from changes

    union all

    select
        steps.organisation_code,
        changes.new_code as current_organisation_code,
        changes.effective_on,
        steps.step + 1 as step
    from steps
    inner join changes
        on
            steps.current_organisation_code = changes.old_code
            and steps.effective_on <= changes.effective_on
    -- No chain is that long: the bound only keeps a circle in the data from turning for ever.
    where steps.step < 20
),

ranked as (
    select
        *,
        row_number() over (partition by organisation_code order by step desc) as place_from_end
    from steps
),

final as (
    select
        organisation_code,
        current_organisation_code,
        effective_on
    from ranked
    where place_from_end = 1
)

select * from final
