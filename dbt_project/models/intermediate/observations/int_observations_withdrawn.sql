-- Values that a release left out though it gives their series again: vintages without a value. A
-- release covers, of a definition, kind of period, level and breakdown, the periods from its first
-- to its last, and the units that it holds at all: a body that ended is not withdrawn. Printed
-- rates and those computed of their terms are of different tables.
{%- set scope = [
    'measure_id', 'definition_id', 'period_type', 'geography_level', 'breakdown_type', 'is_printed'
] %}

with restated as (
    select
        *,
        numerator is null as is_printed,
        lead(published_on) over (
            partition by {{ observation_cell() }} order by {{ oldest_vintage_first() }}
        ) as held_again_on
    from {{ ref('int_observations_protected') }}
    where
        (measure_id, definition_id) in (
            select
                definitions.measure_id,
                definitions.definition_id
            from {{ ref('definitions') }} as definitions
            where definitions.revision_mode = 'restates'
        )
),

units as (
    select distinct
        {{ scope | join(', ') }},
        organisation_code,
        published_on as left_out_on,
        file_id as left_out_by,
        is_synthetic as is_left_out_synthetic,
        min(period_start) over (partition by {{ scope | join(', ') }}, file_id) as periods_from,
        max(period_end) over (partition by {{ scope | join(', ') }}, file_id) as periods_to
    from restated
),

left_out as (
    select
        held.*,
        units.left_out_on,
        units.left_out_by,
        units.is_left_out_synthetic
    from restated as held
    inner join units
        on
            {%- for column in scope %}
            held.{{ column }} = units.{{ column }} and
            {%- endfor %}
            held.organisation_code = units.organisation_code
            and held.published_on < units.left_out_on
            and coalesce(held.held_again_on > units.left_out_on, true)
            and held.period_start >= units.periods_from
            and held.period_end <= units.periods_to
    where held.availability_status = 'observed'
),

first_left_out as (
    select
        *,
        row_number() over (
            partition by {{ observation_cell() }}, published_on
            order by left_out_on asc, left_out_by desc
        ) as release_number
    from left_out
),

final as (
    {{ as_observations(
        'first_left_out',
        value='null',
        numerator='null',
        denominator='null',
        base_count='null',
        availability_status="'withdrawn'",
        is_provisional='false',
        is_synthetic='is_left_out_synthetic',
        published_on='left_out_on',
        file_id='left_out_by'
    ) }}
    where release_number = 1
)

select * from final
