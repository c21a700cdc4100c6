-- How many bodies each measure had in each period, of how many that were expected; and of what adds
-- over bodies, what the change of England's total owes to who reported.
{%- set parts = ['compared', 'started', 'stopped', 'hidden'] %}

with counts as (
    select * from {{ ref('int_coverage_by_measure') }}
),

owed as (
    select * from {{ ref('int_totals_owed') }}
),

publications as (
    select * from {{ ref('publications') }}
),

measures as (
    select * from {{ ref('measures') }}
),

default_definitions as (
    select * from {{ ref('int_default_definitions') }}
),

final as (
    select
        counts.publication_id,
        publications.title as publication_title,
        measures.metric_id,
        counts.measure_id,
        counts.definition_id,
        default_definitions.measure_id is not null as is_default_definition,
        counts.period_type,
        counts.period_start,
        counts.period_end,
        {{ period_label('counts.period_type', 'counts.period_start', 'counts.period_end') }}
            as period_label,
        counts.geography_level,
        counts.expected_count,
        counts.received_count,
        100.0 * counts.received_count / counts.expected_count as received_pct,
        counts.missing_count,
        counts.missing_names,
        counts.suppressed_count,
        counts.new_count,
        counts.closed_count,
        counts.reporting_count,
        measures.unit,
        owed.previous_period_end,
        owed.england_value,
        owed.previous_england_value,
        owed.england_change,
        {%- for part in parts %}
        owed.{{ part }}_count,
        {%- endfor %}
        {%- for part in parts %}
        owed.{{ part }}_change,
        {%- endfor %}
        owed.other_change,
        counts.is_synthetic
    from counts
    inner join publications
        on counts.publication_id = publications.publication_id
    inner join measures
        on counts.measure_id = measures.measure_id
    left join default_definitions
        on
            counts.measure_id = default_definitions.measure_id
            and counts.definition_id = default_definitions.definition_id
    left join owed
        on
            counts.publication_id = owed.publication_id
            and counts.measure_id = owed.measure_id
            and counts.definition_id = owed.definition_id
            and counts.period_type = owed.period_type
            and counts.geography_level = owed.geography_level
            and counts.period_start = owed.period_start
            and counts.period_end = owed.period_end
)

select * from final
order by
    publication_id asc, measure_id asc, definition_id asc, period_type asc, period_end asc,
    geography_level asc
