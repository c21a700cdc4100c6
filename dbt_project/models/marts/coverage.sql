-- Which bodies were expected in each period of each data set of a publication, and what became of
-- the report of each.
with reports as (
    select * from {{ ref('int_reports_judged') }}
),

publications as (
    select * from {{ ref('publications') }}
),

names as (
    select * from {{ ref('int_reporting_units') }}
),

final as (
    select
        reports.publication_id,
        publications.title as publication_title,
        reports.definition_id,
        reports.period_type,
        reports.period_start,
        reports.period_end,
        {{ period_label('reports.period_type', 'reports.period_start', 'reports.period_end') }}
            as period_label,
        reports.geography_level,
        reports.organisation_code,
        coalesce(names.organisation_name, reports.organisation_code) as organisation_name,
        reports.coverage_status,
        reports.is_expected,
        reports.expectation_basis,
        reports.due_on,
        reports.first_received_on,
        reports.last_received_on,
        reports.observation_count,
        reports.observed_count,
        reports.suppressed_count,
        reports.is_provisional,
        reports.is_synthetic
    from reports
    inner join publications
        on reports.publication_id = publications.publication_id
    left join names
        on
            reports.geography_level = names.geography_level
            and reports.organisation_code = names.organisation_code
)

select * from final
order by
    publication_id asc, definition_id asc, period_type asc, period_end asc, geography_level asc,
    organisation_code asc
