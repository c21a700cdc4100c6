-- What adds up to what in the random tables, written apart from the models and from the gate: each
-- cell of a sum with the sum that holds it.
create or replace table sums as
with shown as (
    select
        cells.*,
        protected.value as shown_amount,
        format('{} {} {} {} {}', cells.number, cells.geography_level, cells.organisation_code,
            cells.breakdown_type, cells.breakdown_value) as cell
    from cells
    inner join int_observations_protected as protected
        on
            protected.period_end = (date '1900-01-01' + cells.number)::date
            and protected.geography_level = cells.geography_level
            and protected.organisation_code = cells.organisation_code
            and protected.breakdown_type = cells.breakdown_type
            and protected.breakdown_value = cells.breakdown_value
),

kinds as (
    select distinct number, organisation_code, organisation_kind from organisations
),

held as (
    select totals.cell as total, parts.cell as part
    from shown as totals
    inner join shown as parts
        on
            totals.number = parts.number
            and totals.breakdown_type = parts.breakdown_type
            and totals.breakdown_value = parts.breakdown_value
            and parts.geography_level = 'organisation'
    where totals.geography_level = 'england'
        or (totals.geography_level = 'region' and totals.organisation_code = parts.region_code)
        or (totals.geography_level = 'icb' and totals.organisation_code = parts.icb_code)

    union all

    select totals.cell, parts.cell
    from shown as totals
    inner join shown as parts
        on totals.number = parts.number and parts.geography_level = 'organisation'
            and parts.breakdown_type = 'all' and totals.breakdown_type = 'organisation_type'
    inner join kinds
        on parts.number = kinds.number and parts.organisation_code = kinds.organisation_code
            and totals.breakdown_value = kinds.organisation_kind
    where totals.geography_level = 'england'
        or (totals.geography_level = 'region' and totals.organisation_code = parts.region_code)
        or (totals.geography_level = 'icb' and totals.organisation_code = parts.icb_code)

    union all

    select format('{} {}', parts.breakdown_type, totals.cell), parts.cell
    from shown as totals
    inner join shown as parts
        on totals.number = parts.number and totals.geography_level = parts.geography_level
            and totals.organisation_code = parts.organisation_code
            and totals.breakdown_type = 'all' and parts.breakdown_type in ('first', 'second')
),

terms as (
    select total as equation, part as cell, -1 as coefficient from held
    union all
    select distinct total, regexp_replace(total, '^(first|second) ', ''), 1 from held
)

select
    terms.equation,
    terms.cell,
    terms.coefficient,
    shown.number,
    shown.shown_amount,
    shown.amount
from terms
inner join shown using (cell);
