-- What each release says of each organisation it names: the evidence from which the list of organisations is made.
{%- set sightings = {
    'stg_sickness_absence__organisation_months':
        ['organisation_name', 'organisation_type', 'region_code', 'icb_code', 'period_end'],
    'stg_sickness_absence__staff_group_months':
        ['organisation_name', 'cluster_group', 'benchmark_group', 'region_code', 'icb_code', 'period_end'],
    'stg_sickness_absence__reason_months': ['organisation_name', 'region_code', 'period_end'],
    'stg_sickness_absence__organisation_series': ['organisation_name', 'region_code', 'period_end'],
    'stg_workforce_turnover__organisation_flows':
        ['organisation_name', 'cluster_group', 'benchmark_group', 'region_code', 'icb_code', 'period_end'],
    'stg_workforce_turnover_nationality__organisation_staff': ['organisation_name', 'period_end'],
    'stg_nss__detailed_results': ['period_end'],
    'stg_ods__trusts': ['organisation_name', 'region_code', 'icb_code', 'opened_on', 'closed_on'],
} %}
{%- set details = {
    'organisation_name': dbt.type_string(),
    'organisation_type': dbt.type_string(),
    'cluster_group': dbt.type_string(),
    'benchmark_group': dbt.type_string(),
    'region_code': dbt.type_string(),
    'icb_code': dbt.type_string(),
    'opened_on': 'date',
    'closed_on': 'date',
} %}

with sightings as (
    {%- for model, given in sightings.items() %}
    select
        organisation_code,
        {%- for detail, type in details.items() %}
        {% if detail in given %}{{ detail }}{% else %}cast(null as {{ type }}) as {{ detail }}{% endif %},
        {%- endfor %}
        {% if 'period_end' in given %}period_end{% else %}published_on{% endif %} as true_on,
        published_on,
        {{ 'true' if model == 'stg_ods__trusts' else 'false' }} as is_in_trust_register
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
        cast(null as {{ dbt.type_string() }}) as cluster_group,
        cast(null as {{ dbt.type_string() }}) as benchmark_group,
        cast(null as {{ dbt.type_string() }}) as region_code,
        icb_code,
        cast(null as date) as opened_on,
        cast(null as date) as closed_on,
        published_on as true_on,
        published_on,
        false as is_in_trust_register
    from {{ ref('stg_ods__icbs') }}
),

final as (
    select
        organisation_code,
        {{ details.keys() | join(',\n        ') }},
        is_in_trust_register,
        published_on,
        max(true_on) as true_on
    from sightings
    group by
        organisation_code,
        {{ details.keys() | join(',\n        ') }},
        is_in_trust_register,
        published_on
)

select * from final
