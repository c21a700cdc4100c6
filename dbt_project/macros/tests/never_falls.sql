{# What runs up over a period never becomes less from one release to the next, in any of `series`,
   unless reference.discontinuities records a restatement of the publication for that day or month. #}
{% test never_falls(model, value, series, releases, publication_id) %}

with restatements as (
    select
        effective_from,
        case
            when date_precision = 'day' then effective_from else last_day(effective_from)
        end as effective_until
    from {{ ref('discontinuities') }}
    where kind = 'restatement' and {{ is_listed("'" ~ publication_id ~ "'", 'publication_ids') }}
),

compared as (
    select
        {{ series | join(', ') }},
        published_on,
        {{ value }} as counted,
        lag({{ value }}) over (
            partition by {{ series | join(', ') }} order by {{ releases | join(', ') }}
        ) as counted_before
    from {{ model }}
    where {{ value }} is not null
)

select compared.*
from compared
left join restatements
    on
        compared.published_on >= restatements.effective_from
        and compared.published_on <= restatements.effective_until
where compared.counted < compared.counted_before and restatements.effective_from is null

{% endtest %}
