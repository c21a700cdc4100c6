-- What is to be said of a measure while there is no value: a status, and the reason in words.
with measures as (
    select * from {{ ref('measures') }}
),

nearest_measures as (
    select * from {{ ref('measures') }}
),

publications as (
    select * from {{ ref('publications') }}
),

series_availability as (
    select * from {{ ref('series_availability') }}
),

discontinued as (
    select
        measures.measure_id,
        max(discontinuities.effective_from) as discontinued_on
    from measures
    inner join {{ ref('discontinuities') }} as discontinuities
        on
            discontinuities.kind = 'discontinued'
            and {{ is_listed('measures.measure_id', 'discontinuities.measure_ids') }}
    group by measures.measure_id
),

received as (
    select distinct publication_id
    from {{ ref('files') }}
    where status in ('loaded', 'superseded')
),

final as (
    select
        measures.measure_id,
        case
            when discontinued.measure_id is not null then 'discontinued'
            else series_availability.availability_status
        end as availability_status,
        case
            when discontinued.measure_id is not null
                then
                    concat(
                        'The collection ended on ',
                        {{ day_month_and_year('discontinued.discontinued_on') }}, '.'
                    )
            when nearest_measures.measure_id is not null
                then
                    concat(
                        series_availability.note, ': see "', nearest_measures.measure_name, '".'
                    )
            when series_availability.availability_status <> 'not_collected'
                then concat(series_availability.note, '.')
            when received.publication_id is not null
                then concat('No file received so far of "', publications.title, '" carries it.')
            else concat('No file of "', publications.title, '" has been received.')
        end as availability_note
    from measures
    inner join publications
        on measures.publication_id = publications.publication_id
    inner join series_availability
        on measures.series_availability = series_availability.series_availability
    left join nearest_measures
        on measures.nearest_published_measure_id = nearest_measures.measure_id
    left join discontinued
        on measures.measure_id = discontinued.measure_id
    left join received
        on measures.publication_id = received.publication_id
)

select * from final
