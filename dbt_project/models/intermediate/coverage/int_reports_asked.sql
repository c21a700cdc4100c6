-- The bodies that each period of a data set has whatever was reported before: those that a return
-- was asked of, the open trusts of a publication of trusts, and those that its file names.
with awaited as (
    select * from {{ ref('int_reports_awaited') }}
),

-- Who is known to have been asked on each day that a return arrived: the newest day counts.
trusts_asked as (
    select
        publication_id,
        period_end,
        organisation_code,
        known_on = max(known_on) over (partition by publication_id, period_end) as is_newest
    from {{ ref('int_trusts_asked') }}
),

publications as (
    select * from {{ ref('publications') }}
),

organisations as (
    select * from {{ ref('int_organisations') }}
),

-- A file that names bodies without a figure names all that it is about.
listed as (
    select
        *,
        given_count = 0
        or bool_or(given_count = 0 and withdrawn_count = 0) over (
            partition by {{ data_set() }}, period_start, period_end
        ) as is_listed
    from {{ ref('int_reports_received') }}
),

final as (
    select
        {{ data_set('awaited') }},
        awaited.period_start,
        awaited.period_end,
        trusts_asked.organisation_code,
        'asked' as expectation_basis
    from awaited
    inner join trusts_asked
        on
            awaited.publication_id = trusts_asked.publication_id
            and awaited.period_end = trusts_asked.period_end
    where trusts_asked.is_newest

    union all

    select
        {{ data_set('awaited') }},
        awaited.period_start,
        awaited.period_end,
        organisations.organisation_code,
        'registered' as expectation_basis
    from awaited
    inner join publications
        on awaited.publication_id = publications.publication_id
    inner join organisations
        on
            organisations.is_nhs_trust
            and awaited.period_end >= organisations.opened_on
            and awaited.period_end <= coalesce(organisations.closed_on, awaited.period_end)
    where publications.lowest_geography = 'trust' and awaited.geography_level = 'organisation'

    union all

    select
        {{ data_set() }},
        period_start,
        period_end,
        organisation_code,
        'listed' as expectation_basis
    from listed
    where is_listed
)

select * from final
