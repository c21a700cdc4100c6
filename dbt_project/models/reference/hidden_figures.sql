-- How many current figures are hidden, and why: one row a table, period, level, breakdown and
-- reason.
with tables as (
    select * from {{ ref('disclosure_tables') }}
),

published as (
    select
        published.*,
        tables.disclosure_table,
        tables.kept_by,
        row_number() over (
            partition by
                published.measure_id, published.definition_id, published.period_type,
                published.period_start, published.period_end, published.geography_level,
                published.organisation_code, published.breakdown_type, published.breakdown_value
            order by {{ newest_vintage_first() }}
        ) as recency
    from {{ ref('int_observations_published') }} as published
    inner join tables
        on
            published.measure_id = tables.measure_id
            and published.definition_id = tables.definition_id
    where published.availability_status in ('observed', 'suppressed_source', 'suppressed_project')
),

shown as (
    select * from {{ ref('int_observations_protected') }}
),

judged as (
    select
        published.disclosure_table,
        published.period_type,
        published.period_end,
        published.geography_level,
        published.breakdown_type,
        case
            when shown.availability_status = 'observed' then null
            when published.availability_status = 'suppressed_source' then 'by_the_publisher'
            when published.kept_by = 'own_model' then 'too_small_or_beside_what_is'
            when
                published.kept_by = 'rectangles'
                and published.availability_status = 'suppressed_project'
                then 'too_small'
            when published.geography_level = 'organisation' then 'beside_in_organisations'
            else 'beside_in_sums'
        end as hidden_because
    from published
    inner join shown
        on
            {{ same_cell('published', 'shown') }}
            and published.file_id = shown.file_id
    where published.recency = 1
),

counted as (
    select
        *,
        count(*) over (
            partition by
                disclosure_table, period_type, period_end, geography_level, breakdown_type
        ) as cell_count
    from judged
),

final as (
    select
        disclosure_table,
        period_type,
        period_end,
        geography_level,
        breakdown_type,
        hidden_because,
        count(*) as hidden_count,
        min(cell_count) as cell_count
    from counted
    where hidden_because is not null
    group by
        disclosure_table, period_type, period_end, geography_level, breakdown_type, hidden_because
)

select * from final
