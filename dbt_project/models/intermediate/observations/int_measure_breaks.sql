-- Breaks in the series of each measure: days across which no change, trend or limit may be
-- computed. Without an organisation they hold everywhere; the staff survey's guides name
-- organisations whose history does not compare, from a release on or before a year.
with discontinuities as (
    select * from {{ ref('discontinuities') }}
),

measures as (
    select * from {{ ref('measures') }}
),

comparability as (
    select * from {{ ref('survey_org_comparability') }}
),

everywhere as (
    select
        measures.measure_id,
        discontinuities.discontinuity_id,
        cast(null as {{ dbt.type_string() }}) as organisation_code,
        discontinuities.effective_from as breaks_from,
        coalesce(discontinuities.effective_to, discontinuities.effective_from) as breaks_until
    from measures
    inner join discontinuities
        on {{ is_listed('measures.measure_id', 'discontinuities.break_measure_ids') }}
    where discontinuities.effective_from is not null
),

organisation_years as (
    select distinct
        organisation_code,
        make_date(coalesce(history_from_year, survey_year), 9, 1) as breaks_from
    from comparability
),

in_one_organisation as (
    select
        measures.measure_id,
        'nss_no_history_orgs' as discontinuity_id,
        organisation_years.organisation_code,
        organisation_years.breaks_from,
        organisation_years.breaks_from as breaks_until
    from measures
    cross join organisation_years
    where measures.publication_id = 'nss'
),

final as (
    select * from everywhere
    union all
    select * from in_one_organisation
)

select * from final
