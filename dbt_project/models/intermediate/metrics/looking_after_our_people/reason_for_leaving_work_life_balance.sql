-- Row 7: assignments that ended for work-life balance, beside their shares of all recorded reasons
-- and of the resignations with a stated reason, and the share of reasons that nobody knows.
-- Assignments are not people. A year is the sum of its four quarters over the sum of theirs.
{%- set shares = {
    'work_life_balance_share_of_all_reasons':
        ['work_life_balance_assignments', 'all_assignments'],
    'work_life_balance_share_of_stated_voluntary':
        ['work_life_balance_assignments', 'stated_voluntary_assignments'],
    'leaving_reason_unknown_share':
        ['unknown_assignments', 'all_assignments'],
} %}

with leaving as (
    select
        *,
        case when geography_level = 'region' then organisation_code end as region_code
    from {{ ref('int_leaving_reasons_in_windows') }}
),

shares as (
    {%- for measure_id, terms in shares.items() %}
    select
        *,
        '{{ measure_id }}' as measure_id,
        {{ terms[0] }} as numerator,
        {{ terms[1] }} as denominator
    from leaving
    {%- if not loop.last %}

    union all
    {% endif %}
    {%- endfor %}
),

final as (
    {{ as_observations(
        'leaving',
        measure_id="'leavers_reason_work_life_balance'",
        definition_id="'esr_reasons'",
        icb_code='null',
        breakdown_type="'all'",
        breakdown_value="'all'",
        value='work_life_balance_assignments',
        numerator='null',
        denominator='null',
        base_count='null',
        availability_status=observed_where('work_life_balance_assignments is not null'),
        is_provisional='false',
        is_derived="period_type = 'rolling_12_months'"
    ) }}

    union all

    {{ as_observations(
        'shares',
        definition_id="'esr_reasons'",
        icb_code='null',
        breakdown_type="'all'",
        breakdown_value="'all'",
        value='100 * numerator / nullif(denominator, 0)',
        base_count='null',
        availability_status=observed_where('numerator is not null and denominator > 0'),
        is_provisional='false',
        is_derived='true'
    ) }}
)

select * from final
