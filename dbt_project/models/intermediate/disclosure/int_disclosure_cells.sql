-- Cells of the tables in which hidden ones could be worked out, as published last: one row a unit
-- and breakdown, over all measures of the table, as what is hidden of one is hidden of all. A
-- number that was too small once stays hidden; what a publisher hid once and shows now does not.
-- The amount is the least of what the table counts there.
{%- set cell = [
    'disclosure_table', 'period_type', 'period_start', 'period_end', 'geography_level',
    'organisation_code', 'breakdown_type', 'breakdown_value',
] %}

with tables as (
    select * from {{ ref('disclosure_tables') }}
    where kept_by in ('rectangles', 'rows')
),

vintages as (
    select
        published.*,
        tables.disclosure_table,
        tables.base_period_type,
        tables.kept_by,
        tables.part_breakdowns,
        tables.blank_cells_add,
        definitions.adds_over_organisations,
        min(published.published_on) over cell as first_published_on,
        bool_or(published.availability_status = 'suppressed_project') over cell as was_too_small,
        row_number() over (cell order by {{ newest_vintage_first() }}) as recency
    from {{ ref('int_observations_published') }} as published
    inner join tables
        on
            published.measure_id = tables.measure_id
            and published.definition_id = tables.definition_id
    inner join {{ ref('definitions') }} as definitions
        on
            published.measure_id = definitions.measure_id
            and published.definition_id = definitions.definition_id
    window cell as (
        partition by
            published.measure_id, published.definition_id, published.period_type,
            published.period_start, published.period_end, published.geography_level,
            published.organisation_code, published.breakdown_type, published.breakdown_value
    )
),

final as (
    select
        {{ cell | join(',\n        ') }},
        min(icb_code) as icb_code,
        min(region_code) as region_code,
        min(
            case
                when adds_over_organisations = 'ratio_of_sums' then least(numerator, denominator)
                when adds_over_organisations = 'sum' then value
                else coalesce(numerator, value)
            end
        ) as amount,
        bool_or(was_too_small or availability_status = 'suppressed_source') as is_hidden,
        bool_or(availability_status = 'suppressed_source' and not blank_cells_add) as is_left_out,
        min(first_published_on) as first_published_on,
        max(published_on) as last_published_on,
        min(base_period_type) as base_period_type,
        min(kept_by) as kept_by,
        min(part_breakdowns) as part_breakdowns
    from vintages
    where
        recency = 1
        and availability_status in ('observed', 'suppressed_source', 'suppressed_project')
    group by {{ cell | join(', ') }}
)

select * from final
