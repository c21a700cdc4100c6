-- The name of every unit that figures are reported for, as its newest release spells it.
{%- set geographies = {
    'stg_sickness_absence__organisation_months': ['region', 'icb'],
    'stg_sickness_absence__staff_group_months': ['region', 'icb'],
    'stg_sickness_absence__organisation_series': ['region'],
    'stg_workforce_turnover__organisation_flows': ['region', 'icb'],
    'stg_pcn_workforce__posts': ['region', 'icb', 'sub_icb', 'pcn'],
} %}

with published as (
    {%- for model, levels in geographies.items() %}
    {%- set is_last_model = loop.last %}
    {%- for level in levels %}
    select distinct
        '{{ level }}' as geography_level,
        {{ level }}_code as organisation_code,
        {{ level }}_name as organisation_name,
        published_on
    from {{ ref(model) }}
    where {{ level }}_code is not null
    {%- if not (is_last_model and loop.last) %}

    union all
    {% endif %}
    {%- endfor %}
    {%- endfor %}
),

ranked as (
    select
        *,
        row_number() over (
            partition by geography_level, organisation_code
            order by published_on desc, organisation_name
        ) as recency
    from published
),

final as (
    select
        'england' as geography_level,
        {{ england() }} as organisation_code,
        'England' as organisation_name,
        {{ england() }} as current_organisation_code

    union all

    select
        'organisation' as geography_level,
        organisation_code,
        organisation_name,
        current_organisation_code
    from {{ ref('int_organisations') }}

    union all

    select
        geography_level,
        organisation_code,
        organisation_name,
        organisation_code as current_organisation_code
    from ranked
    where recency = 1
)

select * from final
