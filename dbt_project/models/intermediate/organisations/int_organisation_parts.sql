-- What became of an organisation on the day of each change that the map follows: its successors
-- with their shares, and itself with what stayed. Over one day and reporting period they make a
-- whole.
{%- set from_the_first = before_any_release() %}
{%- set to_the_last = until_further_notice() %}

with changes as (
    select * from {{ ref('int_organisation_changes') }}
    where is_applied
),

-- A code given anew, after its body ended, is another body from that day on.
reopened as (
    select
        changes.old_code,
        changes.effective_on,
        min(later.effective_on) as reopened_on
    from changes
    inner join {{ ref('int_organisation_changes') }} as later
        on
            changes.old_code = later.new_code
            and changes.effective_on < later.effective_on
    where changes.ends_old_code and {{ moves_staff('later.change_kind') }}
    group by changes.old_code, changes.effective_on
),

-- A body that ended hands on all its figures, late ones too; one that gave a part away those of
-- periods that ended before feeds showed it.
dated as (
    select
        changes.old_code,
        changes.new_code,
        changes.effective_on,
        changes.share,
        changes.ends_old_code,
        case
            when changes.ends_old_code then coalesce(reopened.reopened_on, {{ to_the_last }})
            else max(changes.operational_on)
                over (partition by changes.old_code, changes.effective_on)
        end as moved_until
    from changes
    left join reopened
        on
            changes.old_code = reopened.old_code
            and changes.effective_on = reopened.effective_on
),

remaining as (
    select
        old_code,
        effective_on,
        moved_until,
        1 - sum(share) as share
    from dated
    where not ends_old_code
    group by old_code, effective_on, moved_until
),

kept as (
    select distinct
        old_code,
        effective_on,
        ends_old_code,
        moved_until
    from dated
    where moved_until < {{ to_the_last }}
),

final as (
    select
        old_code,
        new_code,
        effective_on,
        share,
        ends_old_code,
        {{ from_the_first }} as period_end_from,
        moved_until as period_end_until
    from dated

    union all

    select
        old_code,
        old_code as new_code,
        effective_on,
        share,
        false as ends_old_code,
        {{ from_the_first }} as period_end_from,
        moved_until as period_end_until
    from remaining

    union all

    select
        old_code,
        old_code as new_code,
        effective_on,
        1.0 as share,
        ends_old_code,
        moved_until as period_end_from,
        {{ to_the_last }} as period_end_until
    from kept
)

select * from final
