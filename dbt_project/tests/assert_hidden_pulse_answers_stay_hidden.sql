-- A hidden participant of the pulse cannot be worked out by subtraction: no sum is shown of which
-- one part alone is hidden, neither over the participants of a region or an ICB nor over the roles
-- of a participant. Returns the sums that would give one away.
{%- set sum = [
    'pulse_item', 'period_start', 'period_end', 'known_on',
    'geography_level', 'organisation_code', 'breakdown_value',
] %}
{%- set parts = {
    'region': 'sums.breakdown_type = hidden.breakdown_type'
        ~ ' and sums.breakdown_value = hidden.breakdown_value'
        ~ ' and sums.organisation_code = hidden.region_code',
    'icb': 'sums.breakdown_type = hidden.breakdown_type'
        ~ ' and sums.breakdown_value = hidden.breakdown_value'
        ~ ' and sums.organisation_code = hidden.icb_code',
    'organisation': "sums.breakdown_type = 'all' and hidden.breakdown_type = 'role'"
        ~ ' and sums.organisation_code = hidden.organisation_code',
} %}

with results as (
    select * from {{ ref('int_pulse_results') }}
),

sums as (
    select * from results
    where availability_status = 'observed'
),

hidden as (
    select * from results
    where geography_level = 'organisation' and availability_status = 'suppressed_project'
),

final as (
    {%- for level, is_part in parts.items() %}
    select
        sums.{{ sum | join(',\n        sums.') }},
        count(*) as hidden_parts
    from sums
    inner join hidden
        on
            sums.geography_level = '{{ level }}'
            and sums.pulse_item = hidden.pulse_item
            and sums.period_start = hidden.period_start
            and sums.period_end = hidden.period_end
            and sums.known_on = hidden.known_on
            and {{ is_part }}
    group by sums.{{ sum | join(', sums.') }}
    having count(*) = 1
    {%- if not loop.last %}

    union all
    {% endif %}
    {%- endfor %}
)

select * from final
