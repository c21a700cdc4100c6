-- Positive and valid answers by unit, wave, item and role. England is the wave's own row, and the
-- sum of its participants where there is none.
{%- set wave = ['pulse_item', 'period_start', 'period_end', 'known_on', 'known_file_id'] %}

with own_rows as (
    select * from {{ ref('int_pulse_answers') }}
    where organisation_code is null
),

sums as (
    select * from {{ ref('int_pulse_sums') }}
),

parts as (
    select
        {%- for column in wave + [
            'geography_level', 'organisation_code', 'icb_code', 'region_code',
            'breakdown_type', 'breakdown_value',
        ] %}
        sums.{{ column }},
        {%- endfor %}
        case when not sums.is_hidden then sums.positive_answers end as positive_answers,
        case when not sums.is_hidden then sums.valid_answers end as valid_answers,
        case
            when not sums.is_known then 'not_collected'
            when sums.is_hidden then 'suppressed_project'
            else 'observed'
        end as availability_status,
        sums.geography_level <> 'organisation' as is_derived,
        sums.is_synthetic
    from sums
    left join own_rows
        on
            sums.geography_level = 'england'
            {%- for column in wave + ['breakdown_type', 'breakdown_value'] %}
            and sums.{{ column }} = own_rows.{{ column }}
            {%- endfor %}
    where own_rows.known_on is null

    union all

    select
        {{ wave | join(',\n        ') }},
        'england' as geography_level,
        {{ england() }} as organisation_code,
        cast(null as {{ dbt.type_string() }}) as icb_code,
        cast(null as {{ dbt.type_string() }}) as region_code,
        breakdown_type,
        breakdown_value,
        positive_answers,
        valid_answers,
        availability_status,
        false as is_derived,
        is_synthetic
    from own_rows
),

final as (
    select
        *,
        100 * cast(positive_answers as double) / nullif(valid_answers, 0) as positive_pct
    from parts
)

select * from final
