-- Every change between organisations, and whether the map follows it. It does where it is known how
-- much went where; what it does not follow says why.
{%- set moves = moves_staff('change_kind') %}

with listed as (
    select * from {{ ref('int_organisation_changes_listed') }}
),

-- The register lists a code as its own successor where the body lived on that day.
lived_on as (
    select
        old_code,
        max(effective_on) as lived_on
    from {{ ref('stg_ods__successions') }}
    where old_code = new_code
    group by old_code
),

joined as (
    select
        listed.*,
        lived_on.lived_on
    from listed
    left join lived_on
        on listed.old_code = lived_on.old_code
),

counted as (
    select
        *,
        {{ moves }} as moves_staff,
        count(case when {{ moves }} then 1 end) over of_the_day as successor_count,
        count(case when change_kind = 'partial_transfer' then 1 end) over of_the_day
            as part_count,
        count(case when {{ moves }} and stated_share is null then 1 end) over of_the_day
            as unknown_share_count,
        sum(case when {{ moves }} then stated_share end) over of_the_day as share_total,
        {{ moves }}
        and effective_on = max(case when {{ moves }} then effective_on end)
            over (partition by old_code)
        and coalesce(lived_on < effective_on, true) as is_last_change
    from joined
    window of_the_day as (partition by old_code, effective_on)
),

judged as (
    select
        *,
        case
            when not moves_staff then change_kind
            when part_count = successor_count and stated_share is null then 'share_unknown'
            when part_count = successor_count and share_total >= 1 then 'shares_do_not_add'
            when part_count = successor_count then null
            when not is_last_change then 'handover'
            when successor_count = 1 and coalesce(stated_share, 1) = 1 then null
            when unknown_share_count > 0 then 'division_unknown'
            when abs(share_total - 1) > {{ share_tolerance() }} then 'shares_do_not_add'
        end as not_applied_reason
    from counted
),

final as (
    select
        concat(
            old_code, '-', new_code, '-',
            coalesce(cast(effective_on as {{ dbt.type_string() }}), 'undated')
        ) as change_id,
        old_code,
        new_code,
        effective_on,
        operational_on,
        case
            when change_kind <> 'succession' then change_kind
            when not is_last_change then 'handover'
            when successor_count > 1 then 'division'
            else change_kind
        end as change_kind,
        case
            when successor_count = 1 and part_count = 0 and not_applied_reason is null
                then 1.0
            else stated_share
        end as share,
        share_basis,
        not_applied_reason is null as is_applied,
        not_applied_reason,
        part_count < successor_count and not_applied_reason is null as ends_old_code,
        successor_count,
        is_last_change,
        is_override,
        succession_reason,
        confidence,
        note
    from judged
)

select * from final
