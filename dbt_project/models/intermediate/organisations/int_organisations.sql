-- Every organisation that any release names, as the newest release that says so describes it.
-- Organisations unknown to the reference data report all the same: they are kept, and marked.
{%- set text = dbt.type_string() %}
{%- set descriptions = [
    'organisation_type', 'cluster_group', 'benchmark_group', 'region_code', 'icb_code',
] %}

with seen as (
    select
        *,
        concat(cast(published_on as {{ text }}), cast(true_on as {{ text }})) as recency
    from {{ ref('int_organisations_seen') }}
),

successors as (
    select * from {{ ref('int_organisation_successors') }}
),

changes as (
    select * from {{ ref('int_organisation_changes') }}
),

icbs as (
    select distinct icb_code from {{ ref('stg_ods__icbs') }}
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
        max_by({{ column }}, concat(recency, {{ column }}))
        filter (where {{ column }} is not null) as {{ column }},
        {%- endfor %}
        max_by(opened_on, concat(recency, cast(opened_on as {{ text }})))
        filter (where opened_on is not null) as opened_on,
        max_by(closed_on, concat(recency, cast(closed_on as {{ text }})))
        filter (where closed_on is not null) as closed_on,
        bool_or(is_in_trust_register) as is_in_trust_register
    from seen
    group by organisation_code
),

-- Reached by a chain of successors, named nowhere else.
reached as (
    select distinct successors.current_organisation_code as organisation_code
    from described
    inner join successors
        on described.organisation_code = successors.organisation_code
    left join described as already_described
        on successors.current_organisation_code = already_described.organisation_code
    where already_described.organisation_code is null
),

changed as (
    select old_code as organisation_code from changes
    union
    select new_code as organisation_code from changes
),

organisations as (
    select organisation_code from described
    union all
    select organisation_code from reached
),

final as (
    select
        organisations.organisation_code,
        coalesce(names.organisation_name, organisations.organisation_code) as organisation_name,
        coalesce(described.organisation_type, described.cluster_group) as organisation_type,
        described.cluster_group,
        described.benchmark_group,
        coalesce(described.is_in_trust_register, false)
        or {{ matches('organisations.organisation_code', '^[RT][0-9A-Z]{2}$') }}
        or {{ matches('coalesce(names.organisation_name, \'\')', '(?i)NHS (FOUNDATION )?TRUST$') }}
            as is_nhs_trust,
        coalesce(described.is_in_trust_register, false)
        or icbs.icb_code is not null
        or changed.organisation_code is not null as is_known,
        described.region_code,
        described.icb_code,
        described.opened_on,
        described.closed_on,
        coalesce(successors.current_organisation_code, organisations.organisation_code)
            as current_organisation_code
    from organisations
    left join described
        on organisations.organisation_code = described.organisation_code
    left join names
        on organisations.organisation_code = names.organisation_code
    left join successors
        on organisations.organisation_code = successors.organisation_code
    left join icbs
        on organisations.organisation_code = icbs.icb_code
    left join changed
        on organisations.organisation_code = changed.organisation_code
)

select * from final
