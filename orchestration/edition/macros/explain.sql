{# How a figure came about: `from marts.explain('sickness_absence_rate_trusts', date '2024-04-30')` #}
{% from 'cell_parameters.jinja' import parameters %}
{% set key -%}
    measure_id, definition_id, period_type, period_start, period_end, geography_level,
    organisation_code, breakdown_type, breakdown_value
{%- endset %}
create macro marts.explain({{ parameters }}) as table (
    with cell as (
        select *
        from marts.cell(
            measure, period, organisation := organisation, definition := definition,
            breakdown := breakdown, cadence := cadence, level := level, known_on := known_on
        )
    ),

    file as (
        select files.*
        from cell
        inner join reference.files as files on cell.file_id = files.file_id
    ),

    metric as (
        select metrics.*
        from cell
        inner join reference.metrics as metrics on cell.metric_id = metrics.metric_id
    ),

    measure_asked as (
        select measures.*
        from cell
        inner join reference.measures as measures on cell.measure_id = measures.measure_id
    ),

    same_cell as (
        select history.*, revisions.revision_kind, revisions.revision_reason
        from marts.metric_history as history
        semi join cell using ({{ key }})
        left join marts.revisions as revisions using ({{ key }}, vintage_number)
    ),

    told as (
        select 1 as section_number, 'cell' as section, 1 as item_number, 'value' as item,
            value as amount, unit as detail
        from cell
        union all
        select 1, 'cell', 2, 'status', null,
            cell.availability_status || ': ' || statuses.meaning
        from cell
        inner join reference.availability_statuses as statuses
            on cell.availability_status = statuses.availability_status
        union all
        select 1, 'cell', 3, 'numerator', cell.numerator,
            coalesce(measure_asked.numerator_definition, metric.numerator_definition)
        from cell
        cross join measure_asked
        cross join metric
        union all
        select 1, 'cell', 4, 'denominator', cell.denominator,
            coalesce(measure_asked.denominator_definition, metric.denominator_definition)
        from cell
        cross join measure_asked
        cross join metric
        union all
        select 1, 'cell', 5, 'arithmetic', null,
            case
                when value is null then 'no value, so nothing to work out'
                when abs(100 * numerator / nullif(denominator, 0) - value) <= 1e-9 * greatest(1, value)
                    then '100 x numerator / denominator'
                when abs(numerator / nullif(denominator, 0) - value) <= 1e-9 * greatest(1, value)
                    then 'numerator / denominator'
                when abs(numerator - denominator - value) <= 1e-9 * greatest(1, abs(value))
                    then 'numerator - denominator'
                when is_derived then 'worked out of published values, as a figure without terms'
                else 'as the publisher gives it'
            end
        from cell
        union all
        select 1, 'cell', 6, 'base', base_count, 'those asked, counted or answering'
        from cell
        where base_count is not null
        union all
        select 1, 'cell', 7, 'period', null,
            period_type || ', ' || period_start || ' to ' || period_end
        from cell
        union all
        select 1, 'cell', 8, 'reported for', null,
            cell.geography_level || ' ' || cell.organisation_code
            || coalesce(', ' || organisations.organisation_name, '')
        from cell
        left join reference.organisations as organisations
            on cell.organisation_code = organisations.organisation_code
        union all
        select 1, 'cell', 9, 'breakdown', null, breakdown_type || ' = ' || breakdown_value
        from cell
        where breakdown_type <> 'all'
        union all
        select 2, 'definition', 1, measure_id, null, measure_name
        from measure_asked
        union all
        select 2, 'definition', 2, 'row of Annex A', null,
            annex_label || ', ' || metric_name
        from metric
        union all
        select 2, 'definition', 3, definitions.definition_id, null,
            definitions.definition_name || ': ' || definitions.description
        from cell
        inner join reference.definitions as definitions
            on
                cell.measure_id = definitions.measure_id
                and cell.definition_id = definitions.definition_id
        union all
        select 2, 'definition', 4, 'source as printed', null,
            source_as_printed || '; operational source ' || operational_publication_id
        from metric
        union all
        select 2, 'definition', 5, 'treatment', null, treatment
        from metric
        where treatment is not null
        union all
        select 3, 'source', 1, 'release', null,
            publication_id || ' of ' || published_on
            || case when is_published_on_assumed then ' (day of receipt: none is stated)'
                else '' end
        from file
        union all
        select 3, 'source', 2, 'file', null, coalesce(landed_as, original_name)
        from file
        union all
        select 3, 'source', 3, 'sha256', null, sha256
        from file
        union all
        select 3, 'source', 4, 'layout', null, layout_id
        from file
        union all
        select 3, 'source', 5, 'rows in the file', row_count,
            'which of them make the figure, people-plan explain says: an edition holds no raw rows'
        from file
        union all
        select 4, 'models', lineage.layer_number, lineage.layer, null,
            string_agg(lineage.relation, ', ' order by lineage.relation)
        from cell
        inner join reference.lineage as lineage on cell.metric_id = lineage.metric_id
        group by lineage.layer_number, lineage.layer
        union all
        select 5, 'breaks', row_number() over (order by breaks.breaks_from, breaks.discontinuity_id),
            breaks.discontinuity_id, null,
            breaks.breaks_from || ' (' || breaks.kind || ', ' || breaks.confidence || '): '
            || breaks.description
        from cell
        inner join reference.measure_breaks as breaks
            on
                cell.measure_id = breaks.measure_id
                and (
                    breaks.organisation_code is null
                    or (
                        cell.geography_level = 'organisation'
                        and cell.organisation_code = breaks.organisation_code
                    )
                )
        union all
        select 6, 'vintages', same_cell.vintage_number, cast(same_cell.published_on as varchar),
            same_cell.value,
            case when same_cell.availability_status = 'observed' then ''
                else same_cell.availability_status || '; ' end
            || case when same_cell.is_provisional then 'provisional; ' else '' end
            || coalesce(
                same_cell.revision_kind
                || coalesce(': ' || same_cell.revision_reason, '') || '; ',
                ''
            )
            || 'file ' || same_cell.file_id
            || case when same_cell.published_on = cell.published_on
                and same_cell.file_id = cell.file_id then '; the one explained' else '' end
        from same_cell
        cross join cell
        union all
        select 7, 'marks', 1, 'synthetic', null, 'The figure is made up: it comes of the sample.'
        from cell
        where is_synthetic
        union all
        select 7, 'marks', 2, 'provisional', null, 'The publisher calls it provisional.'
        from cell
        where is_provisional
        union all
        select 7, 'marks', 3, 'freshness', null,
            freshness.freshness_status || coalesce(': ' || freshness.freshness_reason, '')
        from cell
        inner join marts.freshness as freshness
            on cell.metric_id = freshness.subject_id and freshness.freshness_level = 'metric'
    )

    select section, item, amount, detail
    from told
    order by section_number, item_number
);

comment on macro table marts.explain is
    'One cell of marts.metric_history explained by what the edition knows: its terms, definition, file and hash, models, breaks and vintages. '
    'The rows of the file that make it are named by the command people-plan explain.';
