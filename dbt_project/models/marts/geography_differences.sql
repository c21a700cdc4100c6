-- Every total that is not the sum of what lies in it, beside that sum, and why.
with reconciled as (
    select * from {{ ref('int_geography_reconciled') }}
),

measures as (
    select * from {{ ref('measures') }}
),

reporting_units as (
    select * from {{ ref('int_reporting_units') }}
),

final as (
    select
        measures.metric_id,
        reconciled.measure_id,
        reconciled.definition_id,
        reconciled.period_type,
        reconciled.period_start,
        reconciled.period_end,
        reconciled.breakdown_type,
        reconciled.breakdown_value,
        reconciled.quantity,
        reconciled.parent_level,
        reconciled.parent_code,
        reporting_units.organisation_name as parent_name,
        reconciled.child_level,
        reconciled.whole_amount,
        reconciled.parts_amount,
        reconciled.difference,
        reconciled.part_count,
        reconciled.part_without_value_count,
        reconciled.outside_amount,
        reconciled.agreement,
        case when reconciled.agreement = 'known_difference' then reconciled.reason end as reason,
        reconciled.is_synthetic,
        reconciled.published_on
    from reconciled
    inner join measures
        on reconciled.measure_id = measures.measure_id
    left join reporting_units
        on
            reconciled.parent_level = reporting_units.geography_level
            and reconciled.parent_code = reporting_units.organisation_code
    where reconciled.agreement <> 'equal'
)

select * from final
