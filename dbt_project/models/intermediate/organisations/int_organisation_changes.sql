-- Every change from one organisation to another: published successions, and those that they miss.
-- Codes that succeed themselves (a change of address, not of body) are left out.
with successions as (
    select * from {{ ref('stg_ods__successions') }}
),

overrides as (
    select * from {{ ref('organisation_succession_overrides') }}
),

published as (
    select
        old_code,
        new_code,
        effective_on,
        'published' as succession_kind,
        max(succession_reason) as succession_reason,
        false as is_override,
        cast(null as {{ dbt.type_string() }}) as note
    from successions
    where old_code <> new_code
    group by old_code, new_code, effective_on
),

added as (
    select
        overrides.old_code,
        overrides.new_code,
        overrides.effective_on,
        overrides.succession_kind,
        cast(null as {{ dbt.type_string() }}) as succession_reason,
        true as is_override,
        overrides.note
    from overrides
    left join published
        on
            overrides.old_code = published.old_code
            and overrides.new_code = published.new_code
    where published.old_code is null
),

changes as (
    select * from published
    union all
    select * from added
),

final as (
    select
        *,
        count(*) over (partition by old_code, effective_on) as successor_count,
        effective_on = max(effective_on) over (partition by old_code) as is_last_change
    from changes
)

select * from final
