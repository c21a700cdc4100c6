-- Files of practices that are in no figure, as it is not certain of which month they are. What to
-- do is in next_step.
{{ config(severity='warn') }}

with files as (
    select * from {{ ref('int_general_practice_files') }}
),

final as (
    select
        file_id,
        original_name,
        published_on,
        reason,
        'Land it in landing/gp_workforce/<day of its publication>/, one such file a day.'
            as next_step
    from files
    where not has_certain_period
)

select * from final
