"""Marts, as small as published tables can be."""

from __future__ import annotations

CHAPTER_METRICS = """
    harassment_bullying_abuse_at_work sickness_absence_rate staff_risk_assessment_completed
    staff_flu_vaccinated flexible_working_satisfaction reason_for_leaving_work_life_balance
    staff_leaver_rate pulse_staff_sentiment covid_sitrep_staff_facilities
""".split()

TABLES = {
    # A figure for England, one for a trust, and a measure without any for every other metric.
    "marts.looking_after_our_people": f"""
        select
            metric_id,
            if(is_observed, 'sickness_absence_rate_trusts', metric_id || '_pct') as measure_id,
            'nhs_trusts' as definition_id, true as is_default_definition,
            'calendar_month' as period_type, date '2024-06-01' as period_start,
            if(is_observed, date '2024-06-30', null) as period_end,
            units.level as geography_level, units.code as organisation_code,
            'all' as breakdown_type, 'all' as breakdown_value,
            if(is_observed, 4.9, null)::double as value, 'percent' as unit,
            if(is_observed, 'observed', 'not_published') as availability_status,
            'lower_better' as polarity, 4.8::double as previous_value, 0.1::double as change,
            'rising' as direction, 1 as peer_rank, 9 as peer_count, 1 as peer_quartile,
            if(is_observed, 4.6, null)::double as year_before_value,
            if(is_observed, 0.3, null)::double as year_on_year_change,
            'deteriorating' as year_on_year_direction, null::double as disparity_ratio,
            is_observed as is_seasonal,
            4.0::double as spc_lower_limit, 4.8::double as spc_mean, 5.5::double as spc_upper_limit,
            'common_cause' as spc_variation,
            if(is_observed, 4.1, null)::double as interval_lower,
            if(is_observed, 5.9, null)::double as interval_upper,
            false as is_provisional, false as is_synthetic,
            if(is_observed, date '2024-10-24', null) as published_on,
            if(is_observed, 'f1', null) as file_id
        from
            (select unnest({CHAPTER_METRICS}) as metric_id) as metrics,
            (values ('england', 'E92000001'), ('organisation', 'R1H')) as units (level, code),
            lateral (select metric_id = 'sickness_absence_rate') as availability (is_observed)
    """,
    # All metrics: one better on the year, one worse, one away from parity, one without an earlier
    # figure, the others without any.
    "marts.scorecard": """
        select
            'metric_' || i as metric_id, 'measure_' || i as measure_id,
            date '2024-07-31' as period_end, 'percent' as unit,
            if(i < 5, 5.0, null)::double as value,
            if(i < 5, 'observed', 'not_published') as availability_status,
            if(i < 5, null, 'Never released.') as availability_note,
            i in (0, 4) as is_seasonal,
            case i when 0 then -0.3 when 1 then 0.3 when 2 then -0.1 when 3 then 0 end::double
                as year_on_year_change,
            case i
                when 0 then 'improving' when 1 then 'deteriorating' when 2 then 'deteriorating'
                when 3 then 'no_change'
            end as year_on_year_direction,
            case i
                when 0 then 'down 0.3 points on July 2023, better'
                when 1 then 'up 0.3 points on July 2023, worse'
                when 2 then 'down 0.1 points on 31 July 2023, further from parity'
                when 3 then 'unchanged on July 2023'
                when 4 then 'no figure of a year before to compare with'
            end as change_in_words,
            'late' as freshness_status, date '2024-11-28' as status_on
        from range(27) as metrics (i)
    """,
    # Thirteen measures that count and five that tell; one has a value, in all four roll-ups.
    "marts.workforce_outcomes": """
        select
            'm' || i as outcome_measure_id,
            case when i < 13 then 'quantitative' else 'qualitative' end as outcome_measure_kind,
            levels.aggregation_level, 'all' as programme_id, 'all' as ahsn_code,
            case when i = 0 then date '2023-01-01' end as period_start,
            case when i = 0 then date '2023-03-31' end as period_end,
            case when i = 0 then 90.0 end as value,
            case when i = 0 then 'minutes' else 'count_staff' end as unit,
            case when i = 0 then 1.5 end as hours, case when i = 0 then 0.003 end as fte_equivalent,
            case when i = 0 then 'observed' else 'not_collected' end as availability_status
        from range(18) as measures (i), (
            values ('national'), ('network'), ('programme'), ('programme_in_network')
        ) as levels (aggregation_level)
        where i = 0 or levels.aggregation_level = 'national'
    """,
    # Promises with and without a date, kept, open and past their date.
    "marts.commitments": """
        select
            'pp_' || i as commitment_id, i < 78 as counts_towards_delivery,
            if(i < 31, 'by', 'undated') as date_kind, date '2020-07-30' as stated_on,
            if(i < 31, date '2020-12-31', null) as due_date, date '2021-01-15' as status_on,
            case when i < 9 then 'delivered' when i < 31 then 'overdue' else 'unknown' end
                as status,
            if(i < 9, 1, 0) as evidence_count, if(i < 9, date '2020-12-01', null) as delivered_on
        from range(97) as statements (i)
    """,
    # Actions, then objectives; the two last actions print one target.
    "marts.interim_plan_actions": """
        select
            'ipp_' || i as statement_id, if(i < 97, 'action', 'objective') as statement_kind,
            if(i < 169, 'workstream_' || (i % 8), null) as workstream_id,
            if(i < 47, 'by', 'undated') as date_kind, date '2019-06-03' as stated_on,
            if(i < 47, date '2020-03-31', null) as due_date, date '2020-04-15' as status_on,
            case when i < 9 then 'delivered' when i < 47 then 'overdue' else 'unknown' end
                as status,
            if(i < 9, 1, 0) as evidence_count, if(i < 9, date '2020-03-01', null) as delivered_on,
            if(i in (45, 46), 7500, null) as target_value,
            if(i in (45, 46), 'additional', null) as target_kind,
            if(i in (45, 46), 'count_trainees', null) as target_unit, i <> 46 as is_counted
        from range(174) as statements (i)
    """,
    # One piece that was handed in twice, others once.
    "marts.delivery_evidence": """
        select
            'e-' || i as evidence_id, 'pp_be_01' as statement_id,
            'pp_be_01' as counted_statement_id, true as is_known_statement,
            releases.published_on, releases.superseded_on,
            releases.superseded_on is null as is_current, releases.file_id
        from range(9) as pieces (i), (
            values
                (date '2020-12-18', date '2021-07-30', 'f1'), (date '2021-07-30', null, 'f2')
        ) as releases (published_on, superseded_on, file_id)
        where i = 0 or superseded_on is null
    """,
    # Metrics, then publications: on time, due, late, without a deadline and ended in turn.
    "marts.freshness": """
        select
            if(i < 27, 'metric', 'publication') as freshness_level, 's' || i as subject_id,
            if(i < 27, 'A' || i, null) as annex_label, if(i < 27, 'quarterly', null) as frequency,
            if(i < 27, 'Quarterly', null) as frequency_as_printed,
            if(i % 5 = 3, 'irregular', 'quarterly') as cadence, says.freshness_status,
            says.days_late, says.ask, date '2024-06-30' as latest_period_end,
            date '2024-09-12' as latest_published_on,
            if(says.awaited_by is null, null, date '2024-09-30') as awaited_period_end,
            says.awaited_by - 7 as awaited_from, says.awaited_by, says.awaited_by + 7 as late_after,
            'Every period that should be out is here.' as freshness_reason,
            date '2024-11-28' as status_on
        from range(54) as subjects (i)
        inner join (values
            (0, 'on_time', null, null, date '2024-12-08'),
            (1, 'due', null, 'publisher', date '2024-11-30'),
            (2, 'late', 29, 'publisher', date '2024-10-30'),
            (3, 'no_deadline', null, null, null), (4, 'discontinued', null, null, null)
        ) as says (turn, freshness_status, days_late, ask, awaited_by) on says.turn = i % 5
    """,
    # England revised a little, a trust withdrawn, and a region whose move an event explains.
    "marts.revisions": """
        select
            'sickness_absence_rate_trusts' as measure_id, 'all_organisations' as definition_id,
            date '2021-10-31' as period_end, units.level as geography_level,
            units.code as organisation_code, 'all' as breakdown_type, 'all' as breakdown_value,
            2 as vintage_number, 'percent' as unit, 5.66::double as former_value,
            units.value::double as value, units.value - 5.66::double as revised_by,
            if(units.value is null, 'withdrawn', 'observed') as availability_status,
            false as is_provisional, units.reason as revision_reason, 'f2' as file_id
        from (
            values
                ('england', 'E92000001', 5.68, null),
                ('region', 'Y56', 9.9, 'On another base'),
                ('organisation', 'R1H', null, null)
        ) as units (level, code, value, reason)
    """,
    # Ten trusts in a month: five reported, one each is missing, hidden, late, new and closed.
    "marts.coverage": """
        select
            'sickness_absence' as publication_id, 'nhs_trusts' as definition_id,
            'calendar_month' as period_type, date '2024-04-30' as period_end,
            'organisation' as geography_level, 'R' || i as organisation_code, says.coverage_status,
            says.coverage_status not in ('new', 'closed') as is_expected,
            if(says.coverage_status = 'new', 'newcomer', 'reported_before') as expectation_basis,
            date '2024-09-04' as due_on, says.first_received_on,
            if(says.first_received_on is null, 0, 3) as observation_count,
            if(says.first_received_on is null or coverage_status = 'suppressed', 0, 3)
                as observed_count,
            if(says.coverage_status = 'suppressed', 3, 0) as suppressed_count,
            false as is_provisional, false as is_synthetic
        from range(10) as bodies (i)
        inner join (values
            (5, 'missing', null), (6, 'suppressed', date '2024-08-29'),
            (7, 'late', date '2024-09-26'), (8, 'new', date '2024-08-29'), (9, 'closed', null),
            (0, 'complete', date '2024-08-29')
        ) as says (turn, coverage_status, first_received_on) on says.turn = if(i < 5, 0, i)
    """,
    # A sum that three trusts less report; a rate, of which no change is split.
    "marts.coverage_summary": """
        select
            measures.measure_id, 'nhs_trusts' as definition_id, true as is_default_definition,
            'calendar_month' as period_type, date '2024-04-30' as period_end,
            'organisation' as geography_level, 210 as expected_count, 207 as received_count,
            100.0 * 207 / 210 as received_pct, 3 as missing_count, 0 as suppressed_count,
            0 as new_count, 0 as closed_count, 207 as reporting_count,
            if(is_sum, date '2024-03-31', null) as previous_period_end,
            if(is_sum, 985.0, null)::double as england_value,
            if(is_sum, 1000.0, null)::double as previous_england_value,
            if(is_sum, -15.0, null)::double as england_change,
            if(is_sum, 207, null) as compared_count, if(is_sum, 0, null) as started_count,
            if(is_sum, 3, null) as stopped_count, if(is_sum, 0, null) as hidden_count,
            if(is_sum, 1.0, null)::double as compared_change,
            if(is_sum, 0.0, null)::double as started_change,
            if(is_sum, -16.0, null)::double as stopped_change,
            if(is_sum, 0.0, null)::double as hidden_change,
            if(is_sum, 0.0, null)::double as other_change
        from (values ('sickness_fte_days_lost', true), ('sickness_absence_rate_trusts', false))
            as measures (measure_id, is_sum)
    """,
}
