-- How the figures of each level add up to those of the level above, by period: how many totals are
-- equal, how many differ for a reason that can be shown, and by how much at most.
{%- set subject = [
    'measure_id', 'definition_id', 'period_type', 'period_start', 'period_end', 'breakdown_type',
    'quantity', 'parent_level', 'child_level', 'agreement',
] %}

with reconciled as (
    select * from {{ ref('int_geography_reconciled') }}
),

measures as (
    select * from {{ ref('measures') }}
),

final as (
    select
        measures.metric_id,
        {%- for column in subject %}
        reconciled.{{ column }},
        {%- endfor %}
        count(*) as total_count,
        cast(sum(reconciled.part_count) as bigint) as part_count,
        cast(sum(reconciled.part_without_value_count) as bigint) as part_without_value_count,
        sum(reconciled.whole_amount) as whole_amount,
        sum(reconciled.parts_amount) as parts_amount,
        max(abs(reconciled.difference)) as largest_difference,
        max_by(
            reconciled.parent_code,
            concat(
                cast(abs(reconciled.difference) as decimal(38, 8)), reconciled.parent_code
            )
        ) as largest_difference_code,
        bool_or(reconciled.is_synthetic) as is_synthetic
    from reconciled
    inner join measures
        on reconciled.measure_id = measures.measure_id
    group by
        {%- for column in subject %}
        reconciled.{{ column }},
        {%- endfor %}
        measures.metric_id
)

select * from final
