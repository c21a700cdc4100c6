-- What larger units hold that the units within them do not: days of staff groups hidden beside
-- blank ones, which add only from a level on. One row a quantity, larger unit and level within it.
{%- set beyond = {
    ('england', 'region'): "'england'",
    ('england', 'icb'): "'england', 'region'",
    ('region', 'icb'): "'region'",
} %}
{%- set quantities = [
    ('sickness_fte_days_lost', 'value', 'fte_days_lost'),
    ('sickness_fte_days_available', 'value', 'fte_days_available'),
    ('sickness_absence_rate_trusts', 'numerator', 'fte_days_lost'),
    ('sickness_absence_rate_trusts', 'denominator', 'fte_days_available'),
] %}

with beside as (
    select * from {{ ref('int_sickness_staff_groups_beside') }}
),

definitions as (
    select
        kinds.definition_id,
        kinds.is_trusts_only
    from (
        values ('all_organisations_benchmarking', false), ('nhs_trusts_benchmarking', true)
    ) as kinds (definition_id, is_trusts_only)
),

counted as (
    select
        definitions.definition_id,
        beside.*
    from beside
    inner join definitions
        on beside.is_nhs_trust or not definitions.is_trusts_only
),

held as (
    {%- for levels, adds_from in beyond.items() %}
    select
        *,
        '{{ levels[0] }}' as parent_level,
        {{ levels[0] }}_unit as parent_code,
        '{{ levels[1] }}' as child_level
    from counted
    where
        adds_from_level in ({{ adds_from }})
    {%- if not loop.last %}

    union all
    {% endif %}
    {%- endfor %}
),

final as (
    {%- for measure_id, quantity, days in quantities %}
    select
        '{{ measure_id }}' as measure_id,
        definition_id,
        'calendar_month' as period_type,
        period_end,
        'staff_group' as breakdown_type,
        staff_group_name as breakdown_value,
        '{{ quantity }}' as quantity,
        parent_level,
        parent_code,
        child_level,
        {{ exact_sum(days) }} as hidden_above_amount
    from held
    group by
        definition_id, period_end, staff_group_name, parent_level, parent_code, child_level
    {%- if not loop.last %}

    union all
    {% endif %}
    {%- endfor %}
)

select * from final
