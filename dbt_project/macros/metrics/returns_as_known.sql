{# What returns say of a period, as known on each day that one of them arrived. #}

{# Bodies send their returns alone or together, and send them again: on a day, the state of a period
   is the newest return of each body (`body` is its column), and a newer return replaces all of an
   older one. Rows get the day (`known_on`) and the file that made the state (`known_file_id`): the
   vintage of whatever is computed of them. `period` lists the columns that name a period. #}
{% macro returns_as_known(returns, period, body) -%}
    select *
    from (
        select
            {{ returns }}.*,
            states.known_on,
            states.known_file_id,
            dense_rank() over (
                partition by
                    {%- for column in period %}
                    states.{{ column }},
                    {%- endfor %}
                    states.known_on,
                    {{ returns }}.{{ body }}
                order by {{ returns }}.published_on desc, {{ returns }}.file_id desc
            ) as recency
        from {{ returns }}
        inner join (
            select
                {{ period | join(', ') }},
                published_on as known_on,
                max(file_id) as known_file_id
            from {{ returns }}
            group by {{ period | join(', ') }}, published_on
        ) as states
            on
                {%- for column in period %}
                {{ returns }}.{{ column }} = states.{{ column }} and
                {%- endfor %}
                {{ returns }}.published_on <= states.known_on
    ) as ranked
    where recency = 1
{%- endmacro %}
