-- Every vintage of every quantity in the tables that hide cells, with the cell that it is of: what
-- the attached edition shows of it, if anything. A secret is what the newest vintage of a cell hides.
create or replace temp table disclosure_cells as
with figures as (
    select
        history.*,
        tables.disclosure_table,
        tables.kept_by,
        tables.base_period_type,
        tables.blank_cells_add,
        tables.holds_others,
        string_split(coalesce(tables.part_breakdowns, ''), '|') as part_breakdowns,
        history.availability_status in ('suppressed_source', 'suppressed_project') as is_hidden,
        -- One organisation is the same by every definition that counts it.
        case
            when
                history.geography_level <> 'organisation'
                or tables.kept_by <> 'sums_of_what_is_shown'
                then history.definition_id
            else ''
        end as counted_by
    from edition.marts.metric_history as history
    inner join edition.reference.disclosure_tables as tables
        on
            history.measure_id = tables.measure_id
            and history.definition_id = tables.definition_id
    where
        tables.kept_by in ('rectangles', 'rows', 'sums_of_what_is_shown', 'own_model')
        and history.availability_status in ('observed', 'suppressed_source', 'suppressed_project')
),

quantities as (
    select
        *,
        'value' as quantity,
        value as amount
    from figures
    where unit not like 'percent%'

    union all

    select
        *,
        'numerator' as quantity,
        numerator as amount
    from figures
    where unit like 'percent%'

    union all

    select
        *,
        'denominator' as quantity,
        denominator as amount
    from figures
    where unit like 'percent%'
)

select
    *,
    concat_ws(
        ' ~ ', measure_id, counted_by, quantity, period_type, period_end, geography_level,
        organisation_code, breakdown_type, breakdown_value
    ) as cell,
    concat_ws(' @ ', cell, published_on, file_id) as vintage,
    is_current and is_hidden as is_secret
from quantities
-- Where a percentage is quoted without its terms there is nothing to subtract.
where is_hidden or amount is not null
