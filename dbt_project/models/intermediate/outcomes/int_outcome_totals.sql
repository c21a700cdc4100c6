-- Entries added up for a programme in a network, a programme, a network and the nation, period by
-- period. Minutes add up. People do within a measure: each counts once in a programme, and again in
-- another programme. Time measured and time converted have measures of their own and never meet.
{%- set levels = {
    'programme_in_network': ['programme_id', 'ahsn_code'],
    'programme': ['programme_id'],
    'network': ['ahsn_code'],
    'national': [],
} %}
{%- set names = {
    'programme_id': 'programme_name',
    'ahsn_code': 'ahsn_name',
} %}

with entries as (
    select * from {{ ref('int_outcome_entries') }}
    where availability_status = 'observed'
),

final as (
    {%- for level, keys in levels.items() %}
    select
        '{{ level }}' as aggregation_level,
        {%- for key, name in names.items() %}
        {{ key if key in keys else "'all'" }} as {{ key }},
        {{ 'max(' ~ name ~ ')' if key in keys else "'all'" }} as {{ name }},
        {%- endfor %}
        period_start,
        period_end,
        outcome_measure_id,
        cast(sum(outcome_value) as bigint) as outcome_value,
        count(*) as entry_count,
        count(distinct programme_id) as programme_count,
        {{ listed_texts('effect_attribution') }} as attributions,
        {{ listed_texts('evidence_reference') }} as evidence_references,
        bool_or(is_synthetic) as is_synthetic,
        max(published_on) as published_on,
        max(file_id) as file_id
    from entries
    group by {{ (keys + ['period_start', 'period_end', 'outcome_measure_id']) | join(', ') }}
    {%- if not loop.last %}

    union all
    {% endif %}
    {%- endfor %}
)

select * from final
