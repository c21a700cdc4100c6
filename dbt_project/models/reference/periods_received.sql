-- The periods that figures and files reach, by the day on which each was first published: of every
-- metric from what it shows, of every publication from the files that were loaded.
with observations as (
    select * from {{ ref('int_observations') }}
),

measures as (
    select * from {{ ref('measures') }}
),

files as (
    select * from {{ ref('files') }}
),

of_metrics as (
    select
        measures.metric_id,
        files.publication_id,
        observations.period_end,
        min(observations.published_on) as first_published_on
    from observations
    inner join measures
        on observations.measure_id = measures.measure_id
    inner join files
        on observations.file_id = files.file_id
    group by measures.metric_id, files.publication_id, observations.period_end
),

-- Reference data state no period: they are of the day of their release. Where only some files of a
-- publication state none, these do not count.
reached as (
    select
        files.publication_id,
        files.published_on,
        case
            when max(files.period_to) over (partition by files.publication_id) is null
                then files.published_on
            else files.period_to
        end as period_end
    from files
    where files.status in ('loaded', 'superseded')
),

of_publications as (
    select
        reached.publication_id,
        reached.period_end,
        min(reached.published_on) as first_published_on
    from reached
    where reached.period_end is not null
    group by reached.publication_id, reached.period_end
),

final as (
    select
        'metric' as freshness_level,
        metric_id as subject_id,
        publication_id,
        period_end,
        first_published_on
    from of_metrics
    union all
    select
        'publication' as freshness_level,
        publication_id as subject_id,
        publication_id,
        period_end,
        first_published_on
    from of_publications
)

select * from final
order by freshness_level asc, subject_id asc, publication_id asc, period_end asc
