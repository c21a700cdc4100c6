-- Figures without a measure of their own that stand beside one: as its numerator or denominator, as
-- one of its breakdowns, or under a name of ours for the publisher's words.
with counterparts as (
    select
        unnest([
            'leavers_official_headcount',
            'leavers_all_reasons',
            'dpc_fte_change_in_additional_roles',
            'joiners_non_uk_share',
            'staff_non_british_nationality_pct',
            'cpd_committed'
        ]) as series_id,
        unnest([
            'leaver_rate_official_headcount',
            'work_life_balance_share_of_all_reasons',
            'dpc_fte_change_from_mar2019',
            'joiners_non_uk_nationality_pct',
            'staff_non_uk_nationality_pct',
            'cpd_released_pct'
        ]) as measure_id,
        unnest([
            'official_headcount',
            'esr_reasons',
            'combined',
            'self_stated_nationality',
            'nationality_tables_headcount',
            'financial_year_to_date'
        ]) as definition_id,
        unnest(['all', 'all', 'role_type', 'staff_group', 'all', 'all']) as breakdown_type,
        unnest([
            'all', 'all', 'Additional roles', 'Nurses & health visitors', 'all', 'all'
        ]) as breakdown_value,
        unnest(['numerator', 'denominator', 'value', 'value', 'value', 'denominator']) as term,
)
select
    known.known_value_id,
    case counterparts.term
        when 'numerator' then history.numerator
        when 'denominator' then history.denominator
        else history.value
    end as computed,
    counterparts.term || ' of ' || counterparts.measure_id
    || if(
        counterparts.breakdown_type = 'all', '', ' of ' || lower(counterparts.breakdown_value)
    ) as computed_from,
from known
inner join counterparts
    on known.series_id = counterparts.series_id
inner join marts.metric_history as history
    on counterparts.measure_id = history.measure_id
    and counterparts.definition_id = history.definition_id
    and counterparts.breakdown_type = history.breakdown_type
    and counterparts.breakdown_value = history.breakdown_value
    and known.period_end = history.period_end
    and known.published_on = history.published_on
    and (
        known.period_start = history.period_start
        or history.period_type in ('month_end_snapshot', 'quarter_end_snapshot')
        or history.period_type = 'financial_year_to_date'
    )
where history.geography_level = 'england'
