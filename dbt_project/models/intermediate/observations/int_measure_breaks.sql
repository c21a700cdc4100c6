-- Breaks in the series of each measure: days across which no change, trend or limit may be
-- computed. Without an organisation they hold everywhere; the staff survey's guides name
-- organisations whose history does not compare, from a release on or before a year. Whoever took
-- staff over from another body, or handed some on, is not what it was: in no measure.
with discontinuities as (
    select * from {{ ref('discontinuities') }}
),

measures as (
    select * from {{ ref('measures') }}
),

comparability as (
    select * from {{ ref('survey_org_comparability') }}
),

changed as (
    select * from {{ ref('int_organisations_changed') }}
),

reporting as (
    select distinct
        measure_id,
        organisation_code
    from {{ ref('int_observations_current') }}
    where geography_level = 'organisation'
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

across_a_change as (
    select
        reporting.measure_id,
        changed.change_id as discontinuity_id,
        changed.organisation_code,
        changed.changed_on as breaks_from,
        changed.changed_on as breaks_until
    from reporting
    inner join changed
        on reporting.organisation_code = changed.organisation_code
),

final as (
    select * from everywhere
    union all
    select * from in_one_organisation
    union all
    select * from across_a_change
)

select * from final
