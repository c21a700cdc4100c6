-- Every vintage that changed a figure or its status: by how much, how long after, and why.
with revised as (
    select * from {{ ref('int_revisions_explained') }}
),

final as (
    select
        metric_id,
        measure_id,
        definition_id,
        period_type,
        period_start,
        period_end,
        geography_level,
        organisation_code,
        icb_code,
        region_code,
        breakdown_type,
        breakdown_value,
        vintage_number,
        unit,
        value_at_first,
        former_value,
        value,
        -- Differences of decimals carry noise in their last places: none of it is a change.
        round(value - former_value, 8) as revised_by,
        round(value - value_at_first, 8) as revised_by_since_first,
        former_availability_status,
        availability_status,
        case
            when availability_status = 'withdrawn' then 'withdrawal'
            when former_availability_status = 'withdrawn' then 'reinstatement'
            else coalesce(stated_kind, 'routine')
        end as revision_kind,
        case
            when stated_reason is not null then stated_reason
            when availability_status = 'withdrawn'
                then 'A release that gives the whole series again leaves the figure out'
            when is_former_provisional and not is_provisional
                then 'The figure before was provisional'
        end as revision_reason,
        discontinuity_id,
        is_provisional,
        is_synthetic,
        first_on as first_vintage_on,
        former_published_on,
        published_on,
        {{ days_between('first_on', 'published_on') }} as days_since_first,
        {{ days_between('former_published_on', 'published_on') }} as days_since_former,
        is_current,
        former_file_id,
        file_id
    from revised
)

select * from final
