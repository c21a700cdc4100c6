{# Returns that bodies fill in: each may send a file of its own, and send it again. #}

{# For each file, the newest row of every sender as known on its day: what a sum over senders must
   rest on, or the last file to come would stand for all. Rows of other files are carried with
   is_own false; equal days see each other, so that the order of arrival decides nothing. `period`
   and `row_key` together identify a row. #}
{% macro as_known_when_received(relation, period, row_key, columns) -%}
    select
        {{ (period + row_key + columns) | join(',\n        ') }},
        availability_status,
        is_own,
        is_synthetic,
        published_on,
        file_id
    from (
        select
            {%- for column in period + row_key + columns %}
            returned.{{ column }},
            {%- endfor %}
            returned.availability_status,
            returned.is_synthetic,
            receipts.published_on,
            receipts.file_id,
            returned.file_id = receipts.file_id as is_own,
            row_number() over (
                partition by
                    receipts.file_id
                    {%- for column in period + row_key %},
                    returned.{{ column }}
                    {%- endfor %}
                order by returned.published_on desc, returned.file_id desc
            ) as recency
        from (
            select distinct {{ period | join(', ') }}, published_on, file_id
            from {{ relation }}
        ) as receipts
        inner join {{ relation }} as returned
            on
                {%- for column in period %}
                receipts.{{ column }} = returned.{{ column }}
                and
                {%- endfor %} receipts.published_on >= returned.published_on
    ) as ranked
    where recency = 1
{%- endmacro %}


{# The status of a sum over rows: observed where one of them has a value, else why none has. #}
{% macro status_of_sum(amount, status='availability_status') -%}
    case
        when count({{ amount }}) > 0 then 'observed'
        else coalesce(
            max(case when {{ status }} <> 'observed' then {{ status }} end),
            'not_collected'
        )
    end
{%- endmacro %}
