-- Organisations that staff came to, or went from, while they lived on: from then on they are not
-- what they were. A body that ended hands in late what it had: its own series goes on unbroken.
with changes as (
    select *
    from {{ ref('int_organisation_changes') }}
    where {{ moves_staff('change_kind') }} and change_kind not in ('rename', 'abolition')
),

final as (
    select
        change_id,
        new_code as organisation_code,
        operational_on as changed_on
    from changes
    union all
    select
        change_id,
        old_code as organisation_code,
        operational_on as changed_on
    from changes
    where not ends_old_code
)

select * from final
