-- Each larger unit beside the sum of what lies in it, and why the two differ where they do. Only
-- what can be shown to be the reason is one.
with wholes as (
    select * from {{ ref('int_geography_quantities') }}
),

parts as (
    select * from {{ ref('int_geography_parts') }}
),

known_differences as (
    select * from {{ ref('known_geography_differences') }}
),

beside as (
    select
        parts.*,
        wholes.amount as whole_amount,
        wholes.published_on,
        wholes.is_derived,
        wholes.is_synthetic,
        parts.parts_amount - wholes.amount as difference,
        1e-6 * greatest(1, abs(wholes.amount)) as tolerance,
        0.5 * power(10, -{{ decimals_seen('wholes.amount') }}) as half_a_digit,
        known_differences.reason
    from parts
    inner join wholes
        on
            parts.measure_id = wholes.measure_id
            and parts.definition_id = wholes.definition_id
            and parts.period_type = wholes.period_type
            and parts.period_start = wholes.period_start
            and parts.period_end = wholes.period_end
            and parts.breakdown_type = wholes.breakdown_type
            and parts.breakdown_value = wholes.breakdown_value
            and parts.quantity = wholes.quantity
            and parts.parent_level = wholes.geography_level
            and parts.parent_code = wholes.organisation_code
    left join known_differences
        on
            parts.measure_id = known_differences.measure_id
            and parts.definition_id = known_differences.definition_id
            and parts.period_type = coalesce(known_differences.period_type, parts.period_type)
            and parts.parent_level = coalesce(known_differences.parent_level, parts.parent_level)
            and parts.child_level = coalesce(known_differences.child_level, parts.child_level)
),

final as (
    select
        measure_id,
        definition_id,
        period_type,
        period_start,
        period_end,
        breakdown_type,
        breakdown_value,
        quantity,
        parent_level,
        parent_code,
        child_level,
        part_count,
        part_without_value_count,
        outside_amount,
        outside_without_value_count,
        first_published_on,
        last_published_on,
        whole_amount,
        parts_amount,
        difference,
        published_on,
        is_derived,
        is_synthetic,
        reason,
        case
            when whole_amount is null then 'whole_without_value'
            when abs(difference) <= tolerance then 'equal'
            when abs(difference + outside_amount) <= tolerance then 'bodies_outside'
            when
                abs(difference + hidden_above_amount + coalesce(outside_amount, 0)) <= tolerance
                then 'hidden_below'
            when part_without_value_count + coalesce(outside_without_value_count, 0) > 0
                then 'parts_without_value'
            when first_published_on <> published_on or last_published_on <> published_on
                then 'another_release'
            when not is_derived and abs(difference) <= (part_count + 1) * half_a_digit
                then 'rounding'
            when reason is not null then 'known_difference'
            else 'unexplained'
        end as agreement
    from beside
)

select * from final
