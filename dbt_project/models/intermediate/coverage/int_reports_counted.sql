-- What each body reported of each measure in each period: how many figures, how many of them shown,
-- and its total. Bodies are those of the lowest level that a measure has: practices, networks or
-- organisations.
{%- set body = [
    'publication_id', 'measure_id', 'definition_id', 'period_type', 'period_start', 'period_end',
    'geography_level', 'organisation_code',
] %}

with observations as (
    select
        observations.*,
        files.publication_id
    from {{ ref('int_observations_current') }} as observations
    inner join {{ ref('files') }} as files
        on observations.file_id = files.file_id
    where observations.geography_level in ('practice', 'pcn', 'organisation')
),

counted as (
    select
        {{ body | join(',\n        ') }},
        {{ part_of_year('period_type', 'period_end') }} as part_of_year,
        count(*) as observation_count,
        count(case when {{ was_given('availability_status') }} then 1 end) as given_count,
        count(case when availability_status = 'observed' then 1 end) as observed_count,
        count(case when {{ is_hidden('availability_status') }} then 1 end) as suppressed_count,
        count(case when availability_status = 'withdrawn' then 1 end) as withdrawn_count,
        max(case when breakdown_type = 'all' then value end) as total_value,
        bool_or(is_provisional) as is_provisional,
        bool_or(is_synthetic) as is_synthetic,
        max(published_on) as published_on
    from observations
    group by {{ body | join(', ') }}
),

levelled as (
    select
        *,
        {{ level_rank('geography_level') }} as level_rank,
        min({{ level_rank('geography_level') }}) over (
            partition by publication_id, measure_id, definition_id, period_type
        ) as lowest_level_rank
    from counted
),

final as (
    select
        {{ body | join(',\n        ') }},
        part_of_year,
        observation_count,
        given_count,
        observed_count,
        suppressed_count,
        withdrawn_count,
        total_value,
        is_provisional,
        is_synthetic,
        published_on
    from levelled
    where level_rank = lowest_level_rank
)

select * from final
