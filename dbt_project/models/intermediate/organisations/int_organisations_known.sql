-- Each organisation as known from one day until another, as the newest release by then describes
-- it; what none had said yet is taken from the reference data, whenever they were published.
{%- set text = dbt.type_string() %}
{%- set descriptions = ['organisation_name', 'region_code', 'icb_code', 'opened_on', 'closed_on'] %}

with seen as (
    select
        *,
        concat(cast(published_on as {{ text }}), cast(true_on as {{ text }})) as recency
    from {{ ref('int_organisations_seen') }}
),

sightings as (
    select
        *,
        published_on as known_from
    from seen
    union all
    select
        *,
        {{ before_any_release() }} as known_from
    from seen
    where is_reference_data
),

days as (
    select
        organisation_code,
        known_from,
        {%- for column in descriptions %}
        max_by({{ column }}, concat(recency, cast({{ column }} as {{ text }})))
        filter (where {{ column }} is not null) as {{ column }},
        {%- endfor %}
        bool_or(is_in_trust_register) as is_in_trust_register
    from sightings
    group by organisation_code, known_from
),

described as (
    select
        organisation_code,
        known_from,
        {%- for column in descriptions %}
        {{ last_filled(column) }} over until_then as {{ column }},
        {%- endfor %}
        bool_or(is_in_trust_register) over until_then as is_in_trust_register
    from days
    window until_then as (partition by organisation_code order by known_from asc)
),

compared as (
    select
        *,
        {%- for column in descriptions %}
        lag({{ column }}) over by_day as previous_{{ column }},
        {%- endfor %}
        row_number() over by_day as day_number
    from described
    window by_day as (partition by organisation_code order by known_from asc)
),

final as (
    select
        organisation_code,
        {{ descriptions | join(',\n        ') }},
        {{ is_trust('is_in_trust_register', 'organisation_code', 'organisation_name') }}
            as is_nhs_trust,
        known_from,
        lead(known_from, 1, {{ until_further_notice() }}) over by_day as known_until
    from compared
    where
        day_number = 1
        {%- for column in descriptions %}
        or {{ column }} is distinct from previous_{{ column }}
        {%- endfor %}
    window by_day as (partition by organisation_code order by known_from asc)
)

select * from final
