-- Files of practices: by which method their figures were made, and whether it is certain of which
-- month they are. A file whose rows do not say so needs a stated day of publication, and to be the
-- only such file of that day.
with practice_files as (
    select distinct
        file_id,
        published_on,
        is_period_stated
    from {{ ref('stg_gp_workforce__practices') }}
),

files as (
    select * from {{ ref('files') }}
),

-- The method changed with releases that restated everything: figures of two methods never meet.
methods as (
    select effective_from
    from {{ ref('discontinuities') }}
    where
        kind = 'restatement'
        and {{ is_listed("'gp_workforce'", 'publication_ids') }}
),

judged as (
    select
        practice_files.*,
        files.original_name,
        case
            when practice_files.is_period_stated then null
            when files.is_published_on_assumed
                then 'No row states the month, and the day of publication is only assumed.'
            when
                count(case when not practice_files.is_period_stated then 1 end) over (
                    partition by practice_files.published_on
                ) > 1
                then 'No row states the month, and another such file has the same day.'
        end as reason
    from practice_files
    inner join files
        on practice_files.file_id = files.file_id
),

final as (
    select
        judged.file_id,
        judged.original_name,
        judged.published_on,
        coalesce(max(methods.effective_from), date '1900-01-01') as method_from,
        judged.reason is null as has_certain_period,
        judged.reason
    from judged
    left join methods
        on judged.published_on >= methods.effective_from
    group by judged.file_id, judged.original_name, judged.published_on, judged.reason
)

select * from final
