-- The trusts that a quarterly return is asked of, as known on each day that one arrived: those open
-- at its end by the register, and those (care trusts are not in it) that answered all the same.
{%- set returns = {
    'eroster_loa': 'stg_eroster_loa__assessments',
    'covid_sitrep': 'stg_covid_sitrep__facilities',
} %}
{%- set columns = ['period_end', 'organisation_code', 'is_synthetic', 'published_on', 'file_id'] %}

with returned as (
    {%- for publication_id, model in returns.items() %}
    select distinct
        '{{ publication_id }}' as publication_id,
        {{ columns | join(',\n        ') }}
    from {{ ref(model) }}
    {%- if not loop.last %}

    union all
    {% endif %}
    {%- endfor %}
),

organisations as (
    select * from {{ ref('int_organisations_known') }}
),

states as (
    select
        publication_id,
        period_end,
        published_on as known_on,
        max(file_id) as known_file_id,
        bool_or(is_synthetic) as is_synthetic
    from returned
    group by publication_id, period_end, published_on
),

asked as (
    select
        states.*,
        organisations.organisation_code
    from states
    inner join organisations
        on
            organisations.is_nhs_trust
            and {{ was_known_on('organisations', 'states.known_on') }}
            and states.period_end >= organisations.opened_on
            and states.period_end <= coalesce(organisations.closed_on, states.period_end)

    union distinct

    select
        states.*,
        returned.organisation_code
    from states
    inner join returned
        on
            states.publication_id = returned.publication_id
            and states.period_end = returned.period_end
            and states.known_on >= returned.published_on
),

final as (
    select
        asked.publication_id,
        asked.period_end,
        asked.organisation_code,
        organisations.icb_code,
        organisations.region_code,
        -- Without a register nobody knows who was silent.
        max(organisations.opened_on) over (
            partition by asked.publication_id, asked.period_end, asked.known_on
        ) is not null as has_register,
        asked.is_synthetic,
        asked.known_on,
        asked.known_file_id
    from asked
    left join organisations
        on {{ is_organisation_as_known('asked', 'known_on') }}
)

select * from final
