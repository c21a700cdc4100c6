-- Which larger unit each unit lies in, by reporting period, as the newest release of a figure or
-- file says.
{%- set from_figures = {
    'organisation': ['icb', 'region'],
    'practice': ['icb', 'region'],
    'pcn': ['icb', 'region'],
    'sub_icb': ['icb', 'region'],
    'icb': ['region'],
} %}
{%- set from_files = {
    'stg_pcn_workforce__posts': {'pcn': ['sub_icb']},
    'stg_gp_workforce__practices': {'practice': ['pcn', 'sub_icb'], 'pcn': ['sub_icb']},
} %}

with placed as (
    select distinct
        geography_level,
        organisation_code,
        icb_code,
        region_code,
        period_end,
        published_on
    from {{ ref('int_observations_protected') }}
),

sightings as (
    {%- for level, parents in from_figures.items() %}
    {%- for parent in parents %}
    select
        geography_level,
        organisation_code,
        '{{ parent }}' as parent_level,
        {{ parent }}_code as parent_code,
        period_end,
        published_on
    from placed
    where geography_level = '{{ level }}' and {{ parent }}_code is not null

    union all
    {% endfor %}
    {%- endfor %}
    {%- for model, levels in from_files.items() %}
    {%- set is_last_model = loop.last %}
    {%- for level, parents in levels.items() %}
    {%- set is_last_level = loop.last %}
    {%- for parent in parents %}
    select distinct
        '{{ level }}' as geography_level,
        {{ level }}_code as organisation_code,
        '{{ parent }}' as parent_level,
        {{ parent }}_code as parent_code,
        period_end,
        published_on
    from {{ ref(model) }}
    where {{ level }}_code is not null and {{ parent }}_code is not null
    {%- if not (is_last_model and is_last_level and loop.last) %}

    union all
    {% endif %}
    {%- endfor %}
    {%- endfor %}
    {%- endfor %}
),

-- A unit lies in one: of two that one release names, the first in the alphabet.
ranked as (
    select
        *,
        row_number() over (
            partition by geography_level, organisation_code, parent_level, period_end
            order by published_on desc, parent_code asc
        ) as recency
    from sightings
),

final as (
    select
        geography_level,
        organisation_code,
        parent_level,
        parent_code,
        period_end,
        published_on
    from ranked
    where recency = 1
)

select * from final
