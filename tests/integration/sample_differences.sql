-- Cells of a metric in the marts that are not what the sample's truth says. The truth knows nothing
-- of cells that are hidden beside others: they are left to the tests of what is hidden, and sums
-- that do without them are compared with the truth's sums less what it knows of those cells.
with truth as (
    select *
    from read_csv($truth, delim = ',', quote = '"', header = true, types = {
        'period_start': 'date', 'period_end': 'date', 'organisation_code': 'varchar',
        'breakdown_value': 'varchar', 'value': 'double', 'availability_status': 'varchar'
    })
),

cells as (
    select *
    from (
        from marts.looking_after_our_people
        union all by name from marts.belonging_in_the_nhs
        union all by name from marts.new_ways_of_working_and_delivering_care
        union all by name from marts.growing_for_the_future
    )
    where metric_id = $metric_id and file_id is not null
),

left_out as (
    select
        truth.measure_id,
        truth.definition_id,
        truth.period_end,
        truth.breakdown_type,
        truth.breakdown_value,
        unnest([
            {'sum_level': 'icb', 'sum_unit': cells.icb_code},
            {'sum_level': 'region', 'sum_unit': cells.region_code},
            {'sum_level': 'england', 'sum_unit': 'E92000001'}
        ], recursive := true),
        beside.adds_from_level,
        truth.value
    from reference.hidden_beside_blanks as beside
    inner join reference.disclosure_tables as tables using (disclosure_table)
    inner join truth
        on tables.measure_id = truth.measure_id and tables.definition_id = truth.definition_id
            and beside.period_end = truth.period_end
            and beside.organisation_code = truth.organisation_code
            and truth.geography_level = 'organisation'
            and beside.breakdown_type = truth.breakdown_type
            and beside.breakdown_value = truth.breakdown_value
    inner join cells
        on truth.measure_id = cells.measure_id and truth.definition_id = cells.definition_id
            and truth.period_end = cells.period_end
            and truth.geography_level = cells.geography_level
            and truth.organisation_code = cells.organisation_code
            and truth.breakdown_type = cells.breakdown_type
            and truth.breakdown_value = cells.breakdown_value
    where cells.unit not like 'percent%'
),

left_out_of_sums as (
    select
        measure_id, definition_id, period_end, sum_level as geography_level,
        sum_unit as organisation_code, breakdown_type, breakdown_value, sum(value) as value
    from left_out
    where not list_contains(
        case adds_from_level
            when 'icb' then ['icb', 'region', 'england']
            when 'region' then ['region', 'england']
            when 'england' then ['england']
            else []
        end,
        sum_level
    )
    group by all
),

amounts as (
    select
        truth.* exclude (value),
        truth.value - coalesce(left_out_of_sums.value, 0) as value,
        left_out_of_sums.value is not null as lacks_some
    from truth
    left join left_out_of_sums using (
        measure_id, definition_id, period_end, geography_level, organisation_code, breakdown_type,
        breakdown_value
    )
),

days as (
    select
        definition_id, period_start, period_end, geography_level, organisation_code, breakdown_type,
        breakdown_value,
        max(value) filter (measure_id = 'sickness_fte_days_lost') as days_lost,
        max(value) filter (measure_id = 'sickness_fte_days_available') as days_available,
        bool_or(lacks_some) as lacks_some
    from amounts
    where measure_id like 'sickness_fte_days%'
    group by all
),

expected as (
    select
        amounts.* exclude (value, availability_status),
        case
            when days.lacks_some and days.days_available < 0.001 then null
            when days.lacks_some and amounts.measure_id = 'sickness_absence_rate_trusts'
                then 100 * days.days_lost / days.days_available
            else amounts.value
        end as value,
        case
            when days.lacks_some and days.days_available < 0.001 then 'suppressed_source'
            else amounts.availability_status
        end as availability_status
    from amounts
    left join days using (
        definition_id, period_start, period_end, geography_level, organisation_code, breakdown_type,
        breakdown_value
    )
)

select
    measure_id, definition_id, period_start, period_end, geography_level, organisation_code,
    breakdown_type, breakdown_value,
    cells.value as in_mart,
    expected.value as put_in,
    cells.availability_status as status_in_mart,
    expected.availability_status as status_put_in
from cells
full join expected using (
    measure_id, definition_id, period_start, period_end, geography_level, organisation_code,
    breakdown_type, breakdown_value
)
where
    not (
        cells.availability_status = 'suppressed_project'
        and expected.availability_status in ('observed', 'suppressed_source')
        and (measure_id, definition_id) in (
            select (measure_id, definition_id) from reference.disclosure_tables
        )
    )
    and (
        cells.availability_status is distinct from expected.availability_status
        or (cells.value is null) <> (expected.value is null)
        or abs(cells.value - expected.value) > $tolerance * greatest(1, abs(expected.value))
    )
order by all
