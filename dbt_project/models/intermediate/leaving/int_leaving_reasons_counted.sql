-- Assignments that ended in a quarter, of England and of regions: for any reason, for work-life
-- balance, by a resignation with a stated reason, for an unknown one. A reason that the reference
-- data do not know counts among all of them, as stated and as no resignation. The printed total is
-- not used: some tables have none.
with reasons as (
    select * from {{ ref('stg_reasons_for_leaving__quarterly_reasons') }}
    where not is_total
),

classified as (
    select
        reasons.period_start,
        reasons.period_end,
        case when reasons.region_name = 'England' then 'england' else 'region' end
            as geography_level,
        case
            when reasons.region_name = 'England' then {{ england() }}
            else coalesce(region_labels.region_code, reasons.region_name)
        end as organisation_code,
        leaving_reasons.reason_id = 'work_life_balance' as is_work_life_balance,
        leaving_reasons.reason_group = 'voluntary_resignation'
        and leaving_reasons.is_reason_stated as is_stated_voluntary,
        not leaving_reasons.is_reason_stated as is_unknown,
        reasons.assignments,
        reasons.is_synthetic,
        reasons.published_on,
        reasons.file_id,
        reasons.layout_id
    from reasons
    left join {{ ref('leaving_reasons') }} as leaving_reasons
        on lower(reasons.reason_for_leaving) = leaving_reasons.reason_label
    left join {{ ref('region_labels') }} as region_labels
        on lower(reasons.region_name) = region_labels.region_label
),

counted as (
    select
        period_start,
        period_end,
        geography_level,
        organisation_code,
        sum(assignments) as all_assignments,
        sum(case when is_work_life_balance then assignments end) as work_life_balance_assignments,
        sum(case when is_stated_voluntary then coalesce(assignments, 0) else 0 end)
            as stated_voluntary_assignments,
        sum(case when is_unknown then coalesce(assignments, 0) else 0 end) as unknown_assignments,
        bool_or(is_synthetic) as is_synthetic,
        published_on,
        file_id,
        layout_id
    from classified
    group by
        period_start, period_end, geography_level, organisation_code, published_on, file_id,
        layout_id
),

-- A workbook can hold England in both of its tables: once is enough.
ranked as (
    select
        *,
        row_number() over (
            partition by file_id, geography_level, organisation_code, period_start
            order by layout_id
        ) as place
    from counted
),

final as (
    select
        period_start,
        period_end,
        geography_level,
        organisation_code,
        all_assignments,
        work_life_balance_assignments,
        stated_voluntary_assignments,
        unknown_assignments,
        is_synthetic,
        published_on,
        file_id
    from ranked
    where place = 1
)

select * from final
