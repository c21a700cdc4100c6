-- Which body reported in which data set and period, and on which days its first and its newest
-- release came out.
{%- set body = [
    'publication_id', 'definition_id', 'period_type', 'geography_level', 'period_start',
    'period_end', 'organisation_code',
] %}
{%- set counts = ['observation_count', 'given_count', 'observed_count', 'suppressed_count'] %}

with counted as (
    select
        {{ body | join(',\n        ') }},
        part_of_year,
        {%- for count in counts + ['withdrawn_count'] %}
        cast(sum({{ count }}) as bigint) as {{ count }},
        {%- endfor %}
        bool_or(is_provisional) as is_provisional,
        bool_or(is_synthetic) as is_synthetic,
        max(published_on) as last_received_on
    from {{ ref('int_reports_counted') }}
    group by {{ body | join(', ') }}, part_of_year
),

released as (
    select
        files.publication_id,
        {%- for column in body[1:] %}
        published.{{ column }},
        {%- endfor %}
        min(published.published_on) as first_received_on
    from {{ ref('int_observations_protected') }} as published
    inner join {{ ref('files') }} as files
        on published.file_id = files.file_id
    where
        published.geography_level in ('practice', 'pcn', 'organisation')
        and {{ was_given('published.availability_status') }}
    group by
        files.publication_id,
        published.{{ body[1:] | join(',\n        published.') }}
),

final as (
    select
        {{ data_set('counted') }},
        counted.period_start,
        counted.period_end,
        counted.organisation_code,
        {%- for count in counts + ['withdrawn_count'] %}
        counted.{{ count }},
        {%- endfor %}
        counted.is_provisional,
        counted.is_synthetic,
        released.first_received_on,
        counted.last_received_on
    from counted
    left join released
        on
            counted.{{ body[0] }} = released.{{ body[0] }}
            {%- for column in body[1:] %}
            and counted.{{ column }} = released.{{ column }}
            {%- endfor %}

    union all

    select
        {{ data_set() }},
        period_start,
        period_end,
        organisation_code,
        {{ counts | join(',\n        ') }},
        0 as withdrawn_count,
        false as is_provisional,
        is_synthetic,
        first_received_on,
        last_received_on
    from {{ ref('int_reports_returned') }}
)

select * from final
