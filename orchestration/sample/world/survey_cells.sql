-- What a reader of the survey's workbooks can know of each item, cell by cell, as printed last.
create table survey_answer_cells as
with printed as (
    select
        results.*,
        items.item,
        lower(trim(columns.answer)) as answer,
    from survey_results as results
    inner join survey_items as items
        using (survey_year, sheet, item_order)
    inner join survey_columns as columns
        using (survey_year, sheet, item_order, answer_order)
    inner join survey_workbooks as workbooks
        on results.survey_year = workbooks.survey_year
        and results.sheet = workbooks.sheet
        and (
            results.breakdown = workbooks.breakdown
            or results.respondent_group = 'ALL TRUSTS'
            or (results.breakdown = 'summary' and workbooks.breakdown = 'organisation')
        )
)
select distinct
    printed.item,
    printed.survey_year,
    printed.answer,
    if(printed.breakdown = 'organisation', 'organisation', 'england') as geography_level,
    if(printed.breakdown = 'organisation', printed.respondent_code, 'E92000001')
        as organisation_code,
    case
        when printed.breakdown = 'organisation' or printed.respondent_group = 'ALL TRUSTS'
            then 'all'
        when printed.breakdown = 'summary' then 'benchmarking_group'
        else printed.breakdown
    end as breakdown_type,
    case
        when printed.breakdown = 'organisation' or printed.respondent_group = 'ALL TRUSTS'
            then 'all'
        when printed.breakdown = 'summary'
            then upper(left(printed.respondent_group, 1)) || lower(printed.respondent_group[2:])
        else groups.breakdown_value
    end as breakdown_value,
    -- Figures are added up to eight decimals.
    cast(printed.share_pct as decimal(18, 8)) as share_pct,
from printed
left join survey_groups as groups
    on printed.breakdown = groups.breakdown
    and printed.respondent_group = groups.respondent_group;

create table benchmark_cells as
with cells as (
    select
        units.*,
        questions.item,
        unnest(range(units.reporting_year - 4, units.reporting_year + 1)) as survey_year,
    from benchmark_units as units
    inner join benchmark_questions as questions
        on units.reporting_year = questions.reporting_year
)
select
    cells.item,
    cells.survey_year,
    if(cells.geography_level = 'group', 'england', cells.geography_level) as geography_level,
    if(cells.geography_level in ('england', 'group'), 'E92000001', cells.unit_code)
        as organisation_code,
    if(cells.geography_level = 'group', 'benchmarking_group', 'all') as breakdown_type,
    coalesce(groups.breakdown_value, 'all') as breakdown_value,
    arg_max({'share': results.share, 'status': case
        when results.share is not null then 'observed'
        when results.is_withheld then 'withheld'
        -- Asked of nobody in that year, or not of this unit.
        when results.unit_code is null then 'not_collected'
        else 'suppressed_source'
    end}, cells.published_on) as printed,
from cells
left join benchmark_results as results
    on cells.published_on = results.published_on
    and cells.geography_level = results.geography_level
    and cells.unit_code = results.unit_code
    and cells.item = results.item
    and cells.survey_year = results.survey_year
left join benchmarking_groups as groups
    on cells.geography_level = 'group'
    and cells.unit_code = groups.benchmarking_group
group by all;
