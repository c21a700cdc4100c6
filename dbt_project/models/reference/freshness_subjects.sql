-- What freshness is told of: each metric with the publications that carry it, the first of them
-- first, and each publication for itself.
with metrics as (
    select * from {{ ref('metrics') }}
),

publications as (
    select * from {{ ref('publications') }}
),

carried as (
    select
        metrics.metric_id,
        metrics.metric_name,
        metrics.annex_label,
        metrics.annex_row_seq,
        publications.publication_id,
        publications.title,
        publications.url,
        instr(
            concat(
                '|', coalesce(metrics.operational_publication_id, ''),
                '|', coalesce(metrics.additional_publication_ids, ''), '|'
            ),
            concat('|', publications.publication_id, '|')
        ) as listed_at
    from metrics
    cross join publications
),

ranked as (
    select
        *,
        row_number() over (partition by metric_id order by listed_at asc) as place
    from carried
    where listed_at > 0
),

final as (
    select
        'metric' as freshness_level,
        ranked.metric_id as subject_id,
        ranked.metric_name as subject_name,
        ranked.annex_label,
        ranked.annex_row_seq,
        ranked.publication_id,
        ranked.title as publication_title,
        ranked.url,
        ranked.place
    from ranked
    union all
    select
        'publication' as freshness_level,
        publications.publication_id as subject_id,
        publications.title as subject_name,
        cast(null as varchar) as annex_label,
        cast(null as integer) as annex_row_seq,
        publications.publication_id,
        publications.title as publication_title,
        publications.url,
        1 as place
    from publications
)

select * from final
order by annex_row_seq asc nulls last, subject_id asc, place asc
