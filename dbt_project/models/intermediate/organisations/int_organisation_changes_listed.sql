-- Every change from one organisation to another: published successions, as the reviewed overrides
-- add to them, correct them or void them. A published row says no more than that a body followed
-- another; what it cannot say (a part, a group, a unit that reports) the override says instead.
-- Codes that succeed themselves (a change of address, not of body) are no change.
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
        max(succession_reason) as succession_reason
    from successions
    where old_code <> new_code
    group by old_code, new_code, effective_on
),

replacements as (
    select distinct
        old_code,
        new_code
    from overrides
    where
        action in ('correct', 'void')
        or change_kind in ('partial_transfer', 'group', 'reporting_unit')
),

standing as (
    select published.*
    from published
    left join replacements
        on
            published.old_code = replacements.old_code
            and published.new_code = replacements.new_code
    where replacements.old_code is null
),

published_pairs as (
    select distinct
        old_code,
        new_code
    from standing
),

-- An addition steps back once the change is published.
added as (
    select overrides.*
    from overrides
    left join published_pairs
        on
            overrides.old_code = published_pairs.old_code
            and overrides.new_code = published_pairs.new_code
    where overrides.action <> 'void' and published_pairs.old_code is null
),

final as (
    select
        old_code,
        new_code,
        effective_on,
        effective_on as operational_on,
        'succession' as change_kind,
        cast(null as double) as stated_share,
        false as is_override,
        succession_reason,
        cast(null as {{ dbt.type_string() }}) as share_basis,
        'published' as confidence,
        cast(null as {{ dbt.type_string() }}) as note
    from standing

    union all

    select
        old_code,
        new_code,
        effective_on,
        coalesce(operational_on, effective_on) as operational_on,
        change_kind,
        share as stated_share,
        true as is_override,
        cast(null as {{ dbt.type_string() }}) as succession_reason,
        share_basis,
        confidence,
        note
    from added
)

select * from final
