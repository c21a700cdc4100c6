-- What each release says of each organisation it names: the evidence for the list of organisations.
{%- set text = dbt.type_string() %}
{%- set descriptions = {
    'organisation_name': text,
    'organisation_type': text,
    'cluster_group': text,
    'benchmark_group': text,
    'region_code': text,
    'icb_code': text,
    'opened_on': 'date',
    'closed_on': 'date',
} %}
{%- set place = ['organisation_name', 'region_code', 'icb_code'] %}
{%- set sightings = {
    'stg_sickness_absence__organisation_months': place + ['organisation_type'],
    'stg_sickness_absence__staff_group_months': place + ['cluster_group', 'benchmark_group'],
    'stg_sickness_absence__reason_months': ['organisation_name', 'region_code'],
    'stg_sickness_absence__organisation_series': ['organisation_name', 'region_code'],
    'stg_workforce_turnover__organisation_flows': place + ['cluster_group', 'benchmark_group'],
    'stg_workforce_stats__organisation_staff': place + ['cluster_group', 'benchmark_group'],
    'stg_workforce_stats__selected_roles': place,
    'stg_workforce_turnover_nationality__organisation_staff': ['organisation_name'],
    'stg_nss__detailed_results': [],
    'stg_nss__benchmark_results': place,
    'stg_nqps__organisation_results': place,
    'stg_hcw_flu_uptake__season_counts': place,
    'stg_wres__ethnicity_headcounts': ['organisation_name', 'region_code'],
    'stg_nhse_finance__pay_to_dates': place,
    'stg_eroster_loa__assessments': ['organisation_name'],
    'stg_covid_sitrep__facilities': ['organisation_name'],
    'stg_people_pulse__results': ['organisation_name'],
    'stg_nhsei_covid_workforce_returns__risk_assessments': ['organisation_name'],
    'stg_hee_cpd__allocations': ['organisation_name'],
    'stg_hee_cpep__placements': ['organisation_name'],
    'stg_nhs_volunteering__volunteers': ['organisation_name'],
    'stg_ods__trusts': place + ['opened_on', 'closed_on'],
} %}

with sightings as (
    {%- for model, told in sightings.items() %}
    select
        organisation_code,
        {%- for column, type in descriptions.items() %}
        {{ column if column in told else 'cast(null as ' ~ type ~ ')' }} as {{ column }},
        {%- endfor %}
        {{ 'published_on' if model == 'stg_ods__trusts' else 'period_end' }} as true_on,
        published_on,
        {{ 'true' if model == 'stg_ods__trusts' else 'false' }} as is_in_trust_register,
        {{ 'true' if model == 'stg_ods__trusts' else 'false' }} as is_reference_data
    from {{ ref(model) }}
    where
        organisation_code is not null
        {%- if model == 'stg_sickness_absence__organisation_series' %}
        -- The total of a region bears the code of the region.
        and not is_total
        {%- endif %}

    union all
    {% endfor %}
    select
        icb_code as organisation_code,
        icb_name as organisation_name,
        'Integrated Care Board' as organisation_type,
        cast(null as {{ text }}) as cluster_group,
        cast(null as {{ text }}) as benchmark_group,
        cast(null as {{ text }}) as region_code,
        icb_code,
        cast(null as date) as opened_on,
        cast(null as date) as closed_on,
        published_on as true_on,
        published_on,
        false as is_in_trust_register,
        true as is_reference_data
    from {{ ref('stg_ods__icbs') }}
),

final as (
    select
        organisation_code,
        {{ descriptions.keys() | join(',\n        ') }},
        is_in_trust_register,
        is_reference_data,
        published_on,
        max(true_on) as true_on
    from sightings
    group by
        organisation_code,
        {{ descriptions.keys() | join(',\n        ') }},
        is_in_trust_register,
        is_reference_data,
        published_on
)

select * from final
