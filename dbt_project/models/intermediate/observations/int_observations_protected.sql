-- Every observation as every release gave it, without what may not be shown: what a metric model or
-- its newest release hides, and what would give it away.
with published as (
    select * from {{ ref('int_observations_published') }}
),

tables as (
    select * from {{ ref('disclosure_tables') }}
),

hidden_cells as (
    select
        tables.measure_id,
        tables.definition_id,
        hidden.*
    from {{ ref('int_hidden_cells') }} as hidden
    inner join tables
        on hidden.disclosure_table = tables.disclosure_table
),

-- Releases that once hid a cell are few: of those cells alone the newest is looked up.
once_hidden as (
    select distinct {{ observation_cell() }}
    from published
    where availability_status = 'suppressed_source'
),

hidden_last as (
    select
        {{ observation_cell() }},
        availability_status,
        row_number() over (
            partition by {{ observation_cell() }} order by {{ newest_vintage_first() }}
        ) as recency
    from published
    where ({{ observation_cell() }}) in (select {{ observation_cell() }} from once_hidden)
),

judged as (
    select
        published.*,
        published.availability_status = 'observed' and (
            coalesce(published.published_on < hidden_cells.hidden_until, false)
            or hidden_last.availability_status is not null
        ) as is_hidden_beside
    from published
    left join hidden_cells
        on {{ same_cell('published', 'hidden_cells') }}
    left join hidden_last
        on
            hidden_last.recency = 1
            and hidden_last.availability_status = 'suppressed_source'
            and {{ same_cell('published', 'hidden_last') }}
),

stated as (
    select
        *,
        case when is_hidden_beside then 'suppressed_project' else availability_status end as status
    from judged
),

final as (
    {{ as_observations(
        'stated',
        value=unless_hidden('value'),
        numerator=unless_hidden('numerator'),
        denominator=unless_hidden('denominator'),
        base_count=unless_hidden('base_count'),
        availability_status='status'
    ) }}
)

select * from final
