-- The name of every unit that figures are reported for: regions as the reference data call them,
-- other units as their newest release does.
{%- set geographies = {
    'stg_sickness_absence__organisation_months': ['region', 'icb'],
    'stg_sickness_absence__staff_group_months': ['region', 'icb'],
    'stg_sickness_absence__organisation_series': ['region'],
    'stg_workforce_turnover__organisation_flows': ['region', 'icb'],
    'stg_workforce_stats__organisation_staff': ['region', 'icb'],
    'stg_workforce_stats__selected_roles': ['region', 'icb'],
    'stg_nss__benchmark_results': ['region', 'icb'],
    'stg_nqps__organisation_results': ['region', 'icb'],
    'stg_hcw_flu_uptake__season_counts': ['region', 'icb'],
    'stg_wres__ethnicity_headcounts': ['region'],
    'stg_nhse_finance__pay_to_dates': ['region'],
    'stg_workforce_turnover__national_flows': ['region'],
    'stg_apprenticeships__starts': ['region'],
    'stg_pcn_workforce__posts': ['region', 'icb', 'sub_icb', 'pcn'],
    'stg_gp_workforce__practices': ['region', 'icb', 'sub_icb', 'pcn', 'practice'],
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
            order by published_on desc, organisation_name asc
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
        ranked.geography_level,
        ranked.organisation_code,
        coalesce(regions.region_name, ranked.organisation_name) as organisation_name,
        ranked.organisation_code as current_organisation_code
    from ranked
    left join {{ ref('regions') }} as regions
        on
            ranked.geography_level = 'region'
            and ranked.organisation_code = regions.region_code
    where ranked.recency = 1
)

select * from final
