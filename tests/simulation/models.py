"""The SQL of the small dbt project: simple figures, in the places of the real ones."""

STAGING = """
select
    cast(period_end as date) as period_end,
    organisation_code,
    cast(figure as decimal(18, 3)) as value,
    'observed' as availability_status,
    published_on,
    is_synthetic,
    file_id
from {{{{ source('raw', '{raw_table}') }}}}
"""
# What the newest release of a whole series lacks is withdrawn on its day.
WITHDRAWN = """
union all
select
    earlier.period_end,
    earlier.organisation_code,
    cast(null as decimal(18, 3)) as value,
    'withdrawn' as availability_status,
    newest.published_on,
    newest.is_synthetic,
    newest.file_id
from {{{{ source('raw', '{raw_table}') }}}} as newest
inner join (
    select
        cast(period_end as date) as period_end,
        organisation_code,
        max(published_on) as published_on
    from {{{{ source('raw', '{raw_table}') }}}}
    group by all
) as earlier on newest.published_on > earlier.published_on
where newest.published_on = (select max(published_on) from {{{{ source('raw', '{raw_table}') }}}})
group by all
"""
METRIC = """
select
    measures.measure_id,
    figures.*
from {{{{ ref('stg_{publication_id}__figures') }}}} as figures
inner join {{{{ ref('measures') }}}} as measures on measures.metric_id = '{metric_id}'
"""
HISTORY = """
select
    measures.metric_id,
    'played' as definition_id,
    'calendar_month' as period_type,
    figures.period_end as period_start,
    'organisation' as geography_level,
    'all' as breakdown_type,
    'all' as breakdown_value,
    'fte' as unit,
    cast(null as double) as numerator,
    cast(null as double) as denominator,
    cast(null as varchar) as icb_code,
    cast(null as varchar) as region_code,
    false as is_provisional,
    figures.*,
    row_number() over oldest_first as vintage_number,
    lead(figures.published_on) over oldest_first as superseded_on,
    lead(figures.published_on) over oldest_first is null as is_current
from {{ ref('int_observations') }} as figures
inner join {{ ref('measures') }} as measures on figures.measure_id = measures.measure_id
window oldest_first as (
    partition by figures.measure_id, figures.period_end, figures.organisation_code
    order by figures.published_on, figures.file_id
)
"""
# Played figures move as they like: nothing of them is unusual.
LIMITS = """
select
    publications.publication_id,
    geographies.geography,
    cast(null as double) as points_limit,
    cast(null as double) as percent_limit,
    cast(null as double) as smallest_change,
    cast(null as double) as provisional_points_limit,
    cast(null as double) as provisional_percent_limit,
    cast(100 as double) as withdrawn_limit_pct
from {{ ref('publications') }} as publications
cross join (values ('england'), ('below')) as geographies (geography)
"""
CHAPTER = """
select
    history.* exclude (superseded_on, is_current),
    true as is_default_definition,
    cast(null as varchar) as period_label,
    history.organisation_code as organisation_name,
    cast(null as double) as england_value,
    cast(null as varchar) as peer_group,
    cast(null as bigint) as peer_rank,
    cast(null as bigint) as peer_count,
    cast(null as integer) as peer_quartile,
    cast(null as double) as year_before_value,
    cast(null as double) as year_on_year_change,
    cast(null as varchar) as year_on_year_direction
from {{{{ ref('metric_history') }}}} as history
inner join {{{{ ref('metric_chapters') }}}} as chapters on history.metric_id = chapters.metric_id
where history.superseded_on is null and chapters.chapter_id = '{chapter_id}'
"""
SCORECARD = """
select
    measures.measure_id,
    max(history.period_end) as period_end,
    sum(history.value) as value,
    case when sum(history.value) is null then 'not_available_yet' else 'observed' end
        as availability_status
from {{ ref('measures') }} as measures
left join {{ ref('metric_history') }} as history
    on measures.measure_id = history.measure_id and history.superseded_on is null
group by measures.measure_id
"""
# It blocks the edition as long as the newest vintage of a day is wrong.
BLOCKING_TEST = """
select * from {{ ref('sickness_absence_rate') }}
qualify value > 500 and row_number() over (
    partition by period_end, organisation_code order by published_on desc
) = 1
"""
