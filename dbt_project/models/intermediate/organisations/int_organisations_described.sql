-- Each organisation that a release names, as the newest release that says so describes it.
{%- set text = dbt.type_string() %}
{%- set descriptions = [
    'organisation_type', 'cluster_group', 'benchmark_group', 'region_code', 'icb_code',
    'opened_on', 'closed_on',
] %}

with seen as (
    select
        *,
        concat(cast(published_on as {{ text }}), cast(true_on as {{ text }})) as recency
    from {{ ref('int_organisations_seen') }}
),

-- The register prints names in capitals. Of one name the spelling that sorts last is the one in
-- small letters.
spellings as (
    select
        organisation_code,
        lower(organisation_name) as lower_name,
        max(organisation_name) as organisation_name,
        max(recency) as recency
    from seen
    where organisation_name is not null
    group by organisation_code, lower(organisation_name)
),

names as (
    select
        organisation_code,
        max_by(organisation_name, concat(recency, lower_name)) as organisation_name
    from spellings
    group by organisation_code
),

described as (
    select
        organisation_code,
        {%- for column in descriptions %}
        max_by({{ column }}, concat(recency, cast({{ column }} as {{ text }})))
        filter (where {{ column }} is not null) as {{ column }},
        {%- endfor %}
        bool_or(is_in_trust_register) as is_in_trust_register
    from seen
    group by organisation_code
),

final as (
    select
        described.organisation_code,
        names.organisation_name,
        {%- for column in descriptions %}
        described.{{ column }},
        {%- endfor %}
        described.is_in_trust_register
    from described
    left join names
        on described.organisation_code = names.organisation_code
)

select * from final
