-- Every file ever received: what it is, when it was published and received, and what became of it.
with files as (
    select * from {{ source('raw', 'files') }}
),

arrivals as (
    select * from {{ source('raw', 'file_arrivals') }}
),

ranked_arrivals as (
    select
        file_id,
        landed_as,
        row_number() over (partition by file_id order by received_at, landed_as) as arrival
    from arrivals
),

final as (
    select
        files.file_id,
        files.sha256,
        files.publication_id,
        files.layout_id,
        files.original_name,
        ranked_arrivals.landed_as,
        files.size_bytes,
        files.published_on,
        files.is_published_on_assumed,
        files.first_received_at,
        files.arrival_count,
        files.status,
        files.reason,
        files.next_step,
        files.row_count,
        files.period_from,
        files.period_to,
        files.is_synthetic,
        files.licence,
        files.attribution
    from files
    left join ranked_arrivals
        on
            files.file_id = ranked_arrivals.file_id
            and ranked_arrivals.arrival = 1
)

select * from final
