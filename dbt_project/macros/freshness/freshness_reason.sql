{# One sentence on why it stands as it does, and what to do where something is missing. #}
{% macro freshness_reason() -%}
case
            when graded.freshness_status = 'discontinued'
                then 'It has come to its end; nothing more is waited for.'
            when graded.frequency = 'tbc'
                then 'No frequency was ever confirmed for it.'
            when graded.freshness_status = 'no_deadline' and graded.is_not_begun
                then 'It is not published: a first return starts its calendar.'
            when graded.freshness_status = 'no_deadline'
                then concat('It keeps to no calendar. ', coalesce(graded.note, ''), '.')
            when graded.freshness_status = 'on_time'
                then 'Every period that should be out is here.'
            when graded.file_status = 'landed'
                then concat(
                    graded.original_name, ' lies in landing and was not taken in yet: build.'
                )
            when graded.file_status in ('quarantined', 'unreadable')
                then concat(
                    'A file was refused. ', coalesce(graded.file_reason, ''), '. ',
                    coalesce(graded.file_next_step, '')
                )
            when graded.file_status is not null
                then concat(
                    graded.original_name, ' holds it and is not in the figures yet: build, '
                    || 'or see why an edition was withheld.'
                )
            when graded.latest_period_end is null
                then concat(
                    'Nothing was ever received. Ask for it, or land it: ',
                    coalesce(carriers.url, carriers.publication_title), '.'
                )
            else concat(
                'No file of the period was received. Ask the publisher: ',
                coalesce(carriers.url, carriers.publication_title), '.'
            )
        end
{%- endmacro %}
