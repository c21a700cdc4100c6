-- The cells of one sheet of a benchmark workbook: a unit a row, a question and year a column.
with columns as (
    select
        *,
        unnest(range(reporting_year - 4, reporting_year + 1)) as survey_year,
    from benchmark_questions
)
select
    units.* exclude (published_on, reporting_year, geography_level),
    lpad(cast(columns.item_order as varchar), 3, '0') || '|' || columns.question || printed.suffix
    || '_' || columns.survey_year as column_key,
    if(printed.suffix = '', results.share, results.base_count) as value,
from benchmark_units as units
inner join columns
    on units.reporting_year = columns.reporting_year
cross join (values (''), ('_n')) as printed (suffix)
left join benchmark_results as results
    on units.published_on = results.published_on
    and units.geography_level = results.geography_level
    and units.unit_code = results.unit_code
    and columns.item = results.item
    and columns.survey_year = results.survey_year
where
    units.published_on = $published_on
    and units.geography_level = $geography_level
