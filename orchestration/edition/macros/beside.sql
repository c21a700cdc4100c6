{# `select ... from marts.beside('sickness_absence_rate_trusts', 'RJ1')` #}
{% from "metrics.sql" import release_compared_within %}
{% set chapters = [
    'looking_after_our_people', 'belonging_in_the_nhs',
    'new_ways_of_working_and_delivering_care', 'growing_for_the_future',
] %}
{# What an area has of the same subject and period, from the same release where it must. #}
{% macro of_the_area(level) -%}
    own.measure_id = {{ level }}.measure_id
    and own.definition_id = {{ level }}.definition_id
    and own.period_type = {{ level }}.period_type
    and own.period_start = {{ level }}.period_start
    and own.period_end = {{ level }}.period_end
    and own.breakdown_type = {{ level }}.breakdown_type
    and own.breakdown_value = {{ level }}.breakdown_value
    and {{ level }}.geography_level = '{{ level }}'
    and {{ level }}.organisation_code = own.{{ level }}_code
    and {{ release_compared_within('own.definition_id', 'own.published_on') }}
    is not distinct from
    {{ release_compared_within(level ~ '.definition_id', level ~ '.published_on') }}
{%- endmacro %}
create macro marts.beside(measure, organisation) as table (
    with figures as (
        {%- for chapter in chapters %}
        select * from marts.{{ chapter }}
        where measure_id = measure
        {%- if not loop.last %}
        -- A measure of two chapters is in both marts.
        union
        {%- endif %}
        {%- endfor %}
    )

    select
        own.measure_id,
        own.definition_id,
        own.is_default_definition,
        own.period_type,
        own.period_start,
        own.period_end,
        own.period_label,
        own.geography_level,
        own.organisation_code,
        own.organisation_name,
        own.breakdown_type,
        own.breakdown_value,
        own.value,
        own.unit,
        own.availability_status,
        own.icb_code,
        icb.value as icb_value,
        own.region_code,
        region.value as region_value,
        own.england_value,
        own.peer_group,
        own.peer_rank,
        own.peer_count,
        own.peer_quartile,
        own.year_before_value,
        own.year_on_year_change,
        own.year_on_year_direction,
        own.published_on,
        own.file_id
    from figures as own
    left join figures as icb on {{ of_the_area('icb') }}
    left join figures as region on {{ of_the_area('region') }}
    where own.organisation_code = organisation
);

comment on macro table marts.beside is
    'The figures of one measure for one organisation, or another unit, in the chapters'' marts (marts.looking_after_our_people, '
    'marts.belonging_in_the_nhs, marts.new_ways_of_working_and_delivering_care, marts.growing_for_the_future) beside those of its '
    'board, its region and England for the same definition, period and breakdown.';
