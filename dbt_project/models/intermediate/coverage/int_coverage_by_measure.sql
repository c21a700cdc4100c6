-- How many bodies each measure had in each period, of how many that were expected, and the names of
-- the first few that it had not.
{%- set names_told = 5 %}
{%- set period = [
    'publication_id', 'measure_id', 'definition_id', 'period_type', 'period_start', 'period_end',
    'geography_level',
] %}

with reports as (
    select * from {{ ref('int_reports_by_measure') }}
),

names as (
    select * from {{ ref('int_reporting_units') }}
),

told as (
    select
        reports.*,
        coalesce(names.organisation_name, reports.organisation_code) as organisation_name,
        reports.is_expected and not reports.has_figure as is_missing
    from reports
    left join names
        on
            reports.geography_level = names.geography_level
            and reports.organisation_code = names.organisation_code
),

ranked as (
    select
        *,
        row_number() over (
            partition by {{ period | join(', ') }}, is_missing
            order by organisation_name asc, organisation_code asc
        ) as place
    from told
),

counted as (
    select
        {{ period | join(',\n        ') }},
        count(case when is_expected then 1 end) as expected_count,
        count(case when is_expected and has_figure then 1 end) as received_count,
        count(case when is_missing then 1 end) as missing_count,
        count(case when has_figure and is_hidden then 1 end) as suppressed_count,
        count(case when has_figure and is_new then 1 end) as new_count,
        count(case when coverage_status = 'closed' then 1 end) as closed_count,
        count(case when has_figure then 1 end) as reporting_count,
        {{ listed_texts(
            'case when is_missing and place <= ' ~ names_told ~ ' then organisation_name end'
        ) }} as missing_names,
        bool_or(is_synthetic) as is_synthetic
    from ranked
    group by {{ period | join(', ') }}
),

final as (
    select
        {{ period | join(',\n        ') }},
        -- Where nobody can be said to have been expected, the three say nothing.
        nullif(expected_count, 0) as expected_count,
        case when expected_count > 0 then received_count end as received_count,
        case when expected_count > 0 then missing_count end as missing_count,
        suppressed_count,
        new_count,
        closed_count,
        reporting_count,
        missing_names,
        is_synthetic
    from counted
)

select * from final
