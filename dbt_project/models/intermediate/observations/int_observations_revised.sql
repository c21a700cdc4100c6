-- Vintages that changed the value or the status of a cell, beside the one before and the first. Of
-- several files of one day only the last ever stood. What is the same as far as it was printed is
-- no revision.
with history as (
    select * from {{ ref('metric_history') }}
    where
        (vintage_number > 1 or superseded_on is not null)
        and coalesce(superseded_on > published_on, true)
),

printed as (
    select
        *,
        max({{ decimals_seen('value') }}) over (
            partition by file_id, measure_id, definition_id, numerator is null
        ) as decimals
    from history
),

beside as (
    select
        *,
        lag(vintage_number) over vintages is not null as has_former,
        lag(value) over vintages as former_value,
        lag(numerator) over vintages as former_numerator,
        lag(decimals) over vintages as former_decimals,
        lag(availability_status) over vintages as former_availability_status,
        lag(is_provisional) over vintages as is_former_provisional,
        lag(published_on) over vintages as former_published_on,
        lag(file_id) over vintages as former_file_id,
        first_value(value) over vintages as value_at_first,
        first_value(published_on) over vintages as first_on
    from printed
    window vintages as (
        partition by {{ observation_cell() }} order by vintage_number asc
    )
),

final as (
    select
        {{ revision_columns() }}
    from beside
    where
        has_former
        and (
            availability_status <> former_availability_status
            or abs(value - former_value) > {{ same_within(
                'numerator', 'value', 'decimals', 'former_numerator', 'former_decimals'
            ) }}
        )
)

select * from final
