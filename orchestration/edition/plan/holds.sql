{# What of `changed_cells` waits for somebody, as `held_cells`, and in what parts, as `holds`: by
   publication, release and kind of change. Limits are those of reference.revision_limits. #}
{%- from 'observations.sql' import observation_cell -%}

create or replace temp table held_cells as
with figures as (
    select
        metric_id,
        count(*) as figure_count
    from {{ before }}.marts.metric_history
    where is_current and value is not null
    group by metric_id
),

gone as (
    select
        changed_cells.*,
        100.0 * count(*) filter (change = 'withdrawn') over (
            partition by metric_id, publication_id, published_on
        ) / figures.figure_count as withdrawn_pct
    from changed_cells
    left join figures using (metric_id)
),

limited as (
    select
        gone.*,
        limits.publication_id is null as has_no_limits,
        gone.unit like 'percent%' as is_in_points,
        case
            when gone.unit like 'percent%' then
                case
                    when is_former_provisional
                        then coalesce(provisional_points_limit, points_limit)
                    else points_limit
                end
            when is_former_provisional then coalesce(provisional_percent_limit, percent_limit)
            else percent_limit
        end as size_limit,
        limits.smallest_change,
        limits.withdrawn_limit_pct
    from gone
    left join {{ now }}.reference.revision_limits as limits
        on
            gone.publication_id = limits.publication_id
            and limits.geography = case when gone.is_england then 'england' else 'below' end
),

judged as (
    select
        *,
        case
            when change = 'lost' then 'the build has no such cell at all'
            when change in ('revised', 'recomputed') and has_no_limits
                then 'reference.revision_limits has no row for the publication'
            when change in ('revised', 'recomputed') and is_in_points
                and abs(moved_by) > size_limit
                then format('more than {:g} percentage points', size_limit)
            when change in ('revised', 'recomputed') and not is_in_points
                and abs(moved_by) > coalesce(smallest_change, 0)
                and 100 * abs(moved_by) > size_limit * abs(former_value)
                then format(
                    'more than {:g} per cent of the value and than {:g}',
                    size_limit, coalesce(smallest_change, 0)
                )
            when change = 'withdrawn' and is_england then 'a figure of England'
            when change = 'withdrawn' and has_no_limits
                then 'reference.revision_limits has no row for the publication'
            when change = 'withdrawn' and withdrawn_pct > withdrawn_limit_pct
                then format('more than {:g} per cent of the metric''s cells', withdrawn_limit_pct)
            when change in ('newly_suppressed', 'status_changed')
                and is_england and former_value is not null and value is null
                then 'a figure of England'
        end as held_as,
        concat_ws(
            '|', {{ observation_cell() }},
            coalesce(format('{:.9g}', former_value), '-'), coalesce(former_status, '-'),
            coalesce(format('{:.9g}', value), '-'), coalesce(status, '-')
        ) as contents
    from limited
)

select
    *,
    case when change in ('revised', 'withdrawn', 'newly_suppressed', 'status_changed')
        then published_on end as release_on
from judged
where held_as is not null and (discontinuity_id is null or change in ('lost', 'recomputed'));

create or replace temp table holds as
with sets as (
    select
        publication_id,
        release_on as published_on,
        change,
        count(*) as cell_count,
        count(*) filter (is_england) as england_count,
        min(held_as order by moved_share desc nulls last, is_england desc, contents)
            as held_as,
        sha256(string_agg(contents, chr(10) order by contents)) as contents_hash
    from held_cells
    group by publication_id, release_on, change
)

select
    concat_ws(
        '-', coalesce(publication_id, 'no_publication'), published_on, change,
        left(contents_hash, 10)
    ) as hold_id,
    sets.*
from sets;
