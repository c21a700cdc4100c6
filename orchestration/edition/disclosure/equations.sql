-- What adds up to what among those cells, as far as it holds a hidden one: a row a term. Sums over
-- organisations stand as they were known when the sum was published.
create or replace temp table disclosure_terms as
with cells as (
    select * from disclosure_cells
),

sums as (
    select
        *,
        concat_ws(' ~ ', 'sum', definition_id, vintage) as equation
    from cells
    where
        geography_level in ('england', 'region', 'icb')
        and kept_by <> 'rows'
        and period_type = base_period_type
),

places as (
    select
        cells.*,
        kinds.organisation_kind,
        beside.adds_from_level
    from cells
    left join edition.reference.disclosure_kinds as kinds
        on
            cells.disclosure_table = kinds.disclosure_table
            and cells.period_end = kinds.period_end
            and cells.organisation_code = kinds.organisation_code
            and cells.breakdown_type = 'all'
    left join edition.reference.hidden_beside_blanks as beside
        on
            cells.disclosure_table = beside.disclosure_table
            and cells.period_end = beside.period_end
            and cells.organisation_code = beside.organisation_code
            and cells.breakdown_type = beside.breakdown_type
            and cells.breakdown_value = beside.breakdown_value
    where cells.geography_level = 'organisation' and cells.period_type = cells.base_period_type
),

-- Each organisation's cell once for every sum that holds it.
held as (
    select
        *,
        unnest([
            {'sum_level': 'england', 'sum_unit': 'E92000001'},
            {'sum_level': 'region', 'sum_unit': region_code},
            {'sum_level': 'icb', 'sum_unit': icb_code}
        ], recursive := true),
        breakdown_type as sum_breakdown_type,
        breakdown_value as sum_breakdown_value
    from places

    union all

    select
        *,
        unnest([
            {'sum_level': 'england', 'sum_unit': 'E92000001'},
            {'sum_level': 'region', 'sum_unit': region_code},
            {'sum_level': 'icb', 'sum_unit': icb_code}
        ], recursive := true),
        'organisation_type' as sum_breakdown_type,
        organisation_kind as sum_breakdown_value
    from places
    where organisation_kind is not null
),

over_organisations as (
    select
        sums.equation,
        held.cell,
        held.vintage,
        held.amount,
        held.is_hidden,
        sums.cell as sum_cell,
        sums.vintage as sum_vintage,
        sums.amount as sum_amount,
        sums.is_hidden as is_sum_hidden
    from sums
    inner join held
        on
            sums.measure_id = held.measure_id
            and sums.definition_id = held.definition_id
            and sums.quantity = held.quantity
            and sums.period_end = held.period_end
            and sums.geography_level = held.sum_level
            and sums.organisation_code = held.sum_unit
            and sums.breakdown_type = held.sum_breakdown_type
            and sums.breakdown_value = held.sum_breakdown_value
            and held.published_on <= sums.published_on
            and coalesce(held.superseded_on > sums.published_on, true)
    where
        -- What a file leaves blank adds to no sum but where the sum is published with it.
        (held.availability_status <> 'suppressed_source' or held.blank_cells_add)
        and case
            when held.adds_from_level is null then true
            when held.sum_level = 'icb' then held.adds_from_level = 'icb'
            when held.sum_level = 'region' then held.adds_from_level in ('icb', 'region')
            else held.adds_from_level in ('icb', 'region', 'england')
        end
),

-- What a region returns of no organisation is in its sum and England's, and shown nowhere.
nobodies as (
    select distinct
        sums.equation,
        concat_ws(
            ' ~ ', 'of nobody', places.measure_id, places.definition_id, places.quantity,
            places.period_end, places.region_code, places.breakdown_type, places.breakdown_value
        ) as nobody,
        sums.published_on,
        cast(null as double) as amount,
        true as is_hidden,
        sums.cell as sum_cell,
        sums.vintage as sum_vintage,
        sums.amount as sum_amount,
        sums.is_hidden as is_sum_hidden
    from sums
    inner join places
        on
            sums.measure_id = places.measure_id
            and sums.definition_id = places.definition_id
            and sums.quantity = places.quantity
            and sums.period_end = places.period_end
            and sums.breakdown_type = places.breakdown_type
            and sums.breakdown_value = places.breakdown_value
    where
        sums.holds_others
        and (
            sums.geography_level = 'england'
            or (sums.geography_level = 'region' and sums.organisation_code = places.region_code)
        )
),

returned_of_nobody as (
    select
        equation,
        nobody as cell,
        concat_ws(' @ ', nobody, published_on) as vintage,
        amount,
        is_hidden,
        sum_cell,
        sum_vintage,
        sum_amount,
        is_sum_hidden
    from nobodies
),

over_parts as (
    select
        concat_ws(' ~ ', 'total', parts.breakdown_type, totals.vintage) as equation,
        parts.cell,
        parts.vintage,
        parts.amount,
        parts.is_hidden,
        totals.cell as sum_cell,
        totals.vintage as sum_vintage,
        totals.amount as sum_amount,
        totals.is_hidden as is_sum_hidden
    from cells as totals
    inner join cells as parts
        on
            totals.measure_id = parts.measure_id
            and totals.definition_id = parts.definition_id
            and totals.quantity = parts.quantity
            and totals.period_type = parts.period_type
            and totals.period_end = parts.period_end
            and totals.geography_level = parts.geography_level
            and totals.organisation_code = parts.organisation_code
            and totals.file_id = parts.file_id
            and list_contains(totals.part_breakdowns, parts.breakdown_type)
    where
        totals.breakdown_type = 'all'
        and totals.kept_by <> 'own_model'
        and (totals.geography_level = 'organisation' or totals.kept_by = 'rows')
),

over_periods as (
    select
        concat_ws(' ~ ', 'periods', longer.vintage) as equation,
        shorter.cell,
        shorter.vintage,
        shorter.amount,
        shorter.is_hidden,
        longer.cell as sum_cell,
        longer.vintage as sum_vintage,
        longer.amount as sum_amount,
        longer.is_hidden as is_sum_hidden
    from cells as longer
    inner join cells as shorter
        on
            longer.measure_id = shorter.measure_id
            and longer.definition_id = shorter.definition_id
            and longer.quantity = shorter.quantity
            and longer.geography_level = shorter.geography_level
            and longer.organisation_code = shorter.organisation_code
            and longer.breakdown_type = shorter.breakdown_type
            and longer.breakdown_value = shorter.breakdown_value
            and shorter.period_start >= longer.period_start
            and shorter.period_end <= longer.period_end
            and shorter.published_on <= longer.published_on
            and coalesce(shorter.superseded_on > longer.published_on, true)
    where longer.period_type <> longer.base_period_type and shorter.period_type = shorter.base_period_type
),

equations as (
    select * from over_organisations
    union all
    select * from returned_of_nobody
    union all
    select * from over_parts
    union all
    select * from over_periods
),

with_unknowns as (
    select *
    from equations
    where equation in (select equation from equations where is_hidden or is_sum_hidden)
),

terms as (
    select
        equation,
        cell,
        vintage,
        -1 as coefficient,
        amount,
        is_hidden
    from with_unknowns

    union

    select
        equation,
        sum_cell,
        sum_vintage,
        1 as coefficient,
        sum_amount,
        is_sum_hidden
    from with_unknowns
)

select * from terms
