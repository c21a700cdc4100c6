{# Which vintage is meant: `from marts.cell('sickness_absence_rate_trusts', date '2024-04-30')` #}
{% from 'cell_parameters.jinja' import parameters %}
create macro marts.cell({{ parameters }}) as table (
    select history.*
    from marts.metric_history as history
    left join reference.definitions as definitions
        on
            history.measure_id = definitions.measure_id
            and history.definition_id = definitions.definition_id
    where
        history.measure_id = measure
        and history.period_end = cast(period as date)
        and history.organisation_code = organisation
        and history.breakdown_type || '=' || history.breakdown_value = breakdown
        and (definition is null or history.definition_id = definition)
        and (cadence is null or history.period_type = cadence)
        and (level is null or history.geography_level = level)
        and (known_on is null or history.published_on <= cast(known_on as date))
    order by
        max(history.value) over (
            partition by
                history.definition_id, history.period_type, history.period_start,
                history.geography_level
        ) is null,
        coalesce(definitions.scorecard_rank, 99),
        history.definition_id,
        history.period_start desc,
        history.geography_level,
        history.vintage_number desc
    limit 1
);

comment on macro table marts.cell is
    'One cell of marts.metric_history: by the definition that ranks first, of the shortest period that ends then, '
    'the newest vintage or that of known_on := a day.';
