-- Which trust answered which return whose single answers are in no figure: its newest answers, once
-- for every definition that they go into.
{%- set returns = {
    'eroster_loa': 'stg_eroster_loa__assessments',
    'covid_sitrep': 'stg_covid_sitrep__facilities',
} %}
{%- set columns = [
    'period_start', 'period_end', 'organisation_code', 'availability_status', 'is_synthetic',
    'published_on', 'file_id',
] %}

with answers as (
    {%- for publication_id, model in returns.items() %}
    select
        '{{ publication_id }}' as publication_id,
        {{ columns | join(',\n        ') }}
    from {{ ref(model) }}
    {%- if not loop.last %}

    union all
    {% endif %}
    {%- endfor %}
),

ranked as (
    select
        *,
        dense_rank() over (
            partition by publication_id, period_end, organisation_code
            order by published_on desc, file_id desc
        ) as recency,
        min(case when {{ was_given('availability_status') }} then published_on end) over (
            partition by publication_id, period_end, organisation_code
        ) as first_received_on
    from answers
),

definitions as (
    select distinct
        measures.publication_id,
        definitions.definition_id
    from {{ ref('definitions') }} as definitions
    inner join {{ ref('measures') }} as measures
        on definitions.measure_id = measures.measure_id
),

final as (
    select
        ranked.publication_id,
        definitions.definition_id,
        'quarter_end_snapshot' as period_type,
        'organisation' as geography_level,
        0 as part_of_year,
        ranked.period_start,
        ranked.period_end,
        ranked.organisation_code,
        count(*) as observation_count,
        count(case when {{ was_given('ranked.availability_status') }} then 1 end) as given_count,
        count(case when ranked.availability_status = 'observed' then 1 end) as observed_count,
        count(case when {{ is_hidden('ranked.availability_status') }} then 1 end)
            as suppressed_count,
        bool_or(ranked.is_synthetic) as is_synthetic,
        min(ranked.first_received_on) as first_received_on,
        max(ranked.published_on) as last_received_on
    from ranked
    inner join definitions
        on ranked.publication_id = definitions.publication_id
    where ranked.recency = 1
    group by
        ranked.publication_id,
        definitions.definition_id,
        ranked.period_start,
        ranked.period_end,
        ranked.organisation_code
)

select * from final
