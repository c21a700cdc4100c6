-- Observations beside all that a reader needs to understand them, once for each chapter of their
-- metric: what the chapter marts are cut from.
with observations as (
    select * from {{ ref('int_observations_compared') }}
),

measures as (
    select * from {{ ref('measures') }}
),

metrics as (
    select * from {{ ref('metrics') }}
),

metric_chapters as (
    select * from {{ ref('metric_chapters') }}
),

definitions as (
    select * from {{ ref('definitions') }}
),

default_definitions as (
    select * from {{ ref('int_default_definitions') }}
),

reporting_units as (
    select * from {{ ref('int_reporting_units') }}
),

charted as (
    select * from {{ ref('int_observations_charted') }}
),

bounded as (
    select * from {{ ref('int_observations_bounded') }}
),

targeted as (
    select * from {{ ref('int_observations_targeted') }}
),

final as (
    select
        metrics.metric_id,
        observations.measure_id,
        metrics.annex_label,
        metrics.metric_name,
        measures.measure_name,
        metrics.theme_as_printed as theme,
        observations.definition_id,
        default_definitions.measure_id is not null as is_default_definition,
        metrics.annex_section = 'further_management_information' as is_management_information,
        observations.period_type,
        observations.period_start,
        observations.period_end,
        {{ period_label(
            'observations.period_type', 'observations.period_start', 'observations.period_end'
        ) }} as period_label,
        observations.geography_level,
        observations.organisation_code,
        coalesce(reporting_units.organisation_name, observations.organisation_code)
            as organisation_name,
        coalesce(reporting_units.current_organisation_code, observations.organisation_code)
            as current_organisation_code,
        observations.icb_code,
        observations.region_code,
        observations.breakdown_type,
        observations.breakdown_value,
        observations.value,
        measures.unit,
        observations.numerator,
        observations.denominator,
        observations.base_count,
        observations.availability_status,
        observations.polarity,
        observations.previous_value,
        observations.change,
        observations.direction,
        observations.england_value,
        observations.peer_rank,
        observations.peer_count,
        charted.spc_mean,
        charted.spc_lower_limit,
        charted.spc_upper_limit,
        charted.spc_variation,
        charted.spc_assurance,
        targeted.target_value,
        observations.has_discontinuity,
        observations.is_provisional,
        observations.is_derived,
        observations.is_synthetic,
        observations.published_on,
        observations.file_id,
        observations.discontinuity_ids,
        charted.spc_rules,
        charted.spc_point_count,
        charted.spc_limits_are_trial,
        charted.spc_baseline_start,
        bounded.interval_lower,
        bounded.interval_upper,
        bounded.interval_method,
        targeted.target_id,
        observations.peer_group,
        observations.peer_quartile,
        observations.year_before_value,
        observations.year_on_year_change,
        observations.year_on_year_direction,
        observations.disparity_ratio,
        observations.is_seasonal,
        observations.previous_period_start,
        observations.previous_period_end,
        observations.year_on_year_break_ids,
        metric_chapters.chapter_id,
        metrics.annex_row_seq,
        measures.measure_seq,
        definitions.scorecard_rank
    from observations
    inner join measures
        on observations.measure_id = measures.measure_id
    inner join metrics
        on measures.metric_id = metrics.metric_id
    inner join metric_chapters
        on metrics.metric_id = metric_chapters.metric_id
    left join definitions
        on
            observations.measure_id = definitions.measure_id
            and observations.definition_id = definitions.definition_id
    left join default_definitions
        on
            observations.measure_id = default_definitions.measure_id
            and observations.definition_id = default_definitions.definition_id
    left join reporting_units
        on
            observations.geography_level = reporting_units.geography_level
            and observations.organisation_code = reporting_units.organisation_code
    left join charted
        on {{ same_cell('observations', 'charted') }}
    left join bounded
        on {{ same_cell('observations', 'bounded') }}
    left join targeted
        on {{ same_cell('observations', 'targeted') }}
)

select * from final
