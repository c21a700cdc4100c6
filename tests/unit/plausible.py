"""Tables as small as a published one can be and still be plausible, by the name of the table."""

from __future__ import annotations

# What every raw row ends with; `i` counts the rows of each query.
LINEAGE = """
    'layout' as layout_id, i::integer + 1 as row_number, false as is_synthetic,
    date '2024-10-24' as published_on, 'f1' as file_id
"""
CROSSTAB = f"{LINEAGE}, 2 as column_number, 'Table' as sheet_name"
CHAPTER_METRICS = """
    harassment_bullying_abuse_at_work sickness_absence_rate staff_risk_assessment_completed
    staff_flu_vaccinated flexible_working_satisfaction reason_for_leaving_work_life_balance
    staff_leaver_rate pulse_staff_sentiment covid_sitrep_staff_facilities
""".split()

TABLES = {
    # 285 organisations of 5,000 FTE in two months, the numbers and days in two ways of writing.
    "raw.sickness_absence__rates": f"""
        select
            months.date, 'Y56' as region_code, 'London' as region_name,
            'R' || lpad(i::varchar, 3, '0') as organisation_code, 'Acute' as organisation_type,
            '7500.5' as fte_days_lost, '150,000.0' as fte_days_available,
            '5' as sickness_absence_rate, {LINEAGE}
        from range(285) as organisations (i), (values ('31/05/2024'), ('2024-JUN')) as months (date)
    """,
    # A total that shows for each, and a group that is hidden for one in three.
    "raw.sickness_absence__benchmarking": f"""
        select
            '30/06/2024' as date, 'London' as region_name, 'Acute - Large' as benchmark_group,
            'R' || lpad(i::varchar, 3, '0') as organisation_code, groups.staff_group,
            case when not hidden then days / 20 end::varchar as fte_days_lost,
            case when not hidden then days end::varchar as fte_days_available,
            case when not hidden then '5' end as sickness_absence_rate, {LINEAGE}
        from
            range(285) as organisations (i),
            (values ('All staff groups', 150000), ('Midwives', 9000)) as groups (staff_group, days),
            lateral (select staff_group = 'Midwives' and i % 3 = 0) as cells (hidden)
    """,
    "raw.sickness_absence__reasons": f"""
        select
            '30/06/2024' as date, 'R' || i as organisation_code,
            'All staff groups' as staff_group, reasons.reason,
            '1000' as fte_days_lost_reason, {LINEAGE}
        from range(2000) as organisations (i), (
            values ('S10 Anxiety'), ('S13 Cold, Cough, Flu'), ('S99 Unknown causes')
        ) as reasons (reason)
    """,
    "raw.sickness_absence__region_series": f"""
        select
            'April ' || (2009 + i) as month, regions.region_name,
            '4.76' as sickness_absence_rate, {CROSSTAB}
        from range(10) as years (i), (values ('England'), ('London')) as regions (region_name)
    """,
    "raw.sickness_absence__staff_group_series": f"""
        select
            'April 2024' as month, names.staff_group, names.staff_subgroup,
            '4.76' as sickness_absence_rate, {CROSSTAB}
        from range(1) as rows (i), (
            values ('All staff groups', null), (null, 'Consultant')
        ) as names (staff_group, staff_subgroup)
    """,
    "raw.sickness_absence__organisation_type_series": f"""
        select
            'April 2024' as month, types.organisation_type,
            '4.76' as sickness_absence_rate, {CROSSTAB}
        from range(1) as rows (i), (values ('England'), ('Acute')) as types (organisation_type)
    """,
    "raw.sickness_absence__organisation_series": f"""
        select
            'April 2024' as month, 'London' as region_name, 'Y56' as region_code,
            if(i = 0, 'All organisations', 'Trust ' || i) as organisation_name,
            if(i = 0, 'Y56', 'R' || (10 + i)) as organisation_code,
            '4.76' as sickness_absence_rate, {CROSSTAB}
        from range(9) as organisations (i)
    """,
    "raw.workforce_turnover__organisation_flows": f"""
        select
            '202509 to 202510' as period, flows.flow_type, 'Acute - Large' as benchmark_group,
            'R' || lpad(i::varchar, 3, '0') as organisation_code,
            'All staff groups' as staff_group,
            flows.people::varchar as headcount, (0.9 * flows.people)::varchar as fte, {LINEAGE}
        from range(250) as organisations (i), (
            values
                ('Joiners', 60), ('Leavers', 60),
                ('Denominator at start of period', 6000), ('Denominator at end of period', 6000)
        ) as flows (flow_type, people)
    """,
    "raw.workforce_turnover_nationality__organisation_staff": f"""
        select
            '2018-JUN' as month, 'R' || lpad(i::varchar, 3, '0') as organisation_code,
            'Midwives' as staff_group, people.nationality, people.fte, {LINEAGE}
        from range(250) as organisations (i), (
            values ('British', '3,400.5'), ('Irish', '400'), ('Unknown', '400')
        ) as people (nationality, fte)
    """,
    "raw.workforce_turnover_nationality__region_staff": f"""
        select
            'March 2016' as month, 'England' as region_name, people.nationality_group,
            people.nationality, people.headcount, {CROSSTAB}
        from range(1) as rows (i), (
            values
                ('All nationalities', null, '1,164,471'), ('United Kingdom', null, '944,817'),
                (null, 'British', '944,817')
        ) as people (nationality_group, nationality, headcount)
    """,
    "raw.workforce_turnover_nationality__region_staff_fte": f"""
        select
            'March 2016' as month, 'England' as region_name, people.nationality_group,
            people.nationality, people.fte, {CROSSTAB}
        from range(1) as rows (i), (
            values
                ('All nationalities', null, '1,027,100'), ('United Kingdom', null, '827,210'),
                (null, 'British', '827,210')
        ) as people (nationality_group, nationality, fte)
    """,
    "raw.workforce_equality__ethnicity_grades": f"""
        select
            '2022-06-01' as month, grades.grade, ethnicities.ethnicity,
            (grades.people * ethnicities.share)::integer::varchar as headcount, {LINEAGE}
        from
            range(1) as rows (i),
            (values ('All Grades', 1.4e6), ('Very Senior Manager', 2400)) as grades (grade, people),
            (
                values
                    ('All - Including Unknown, Not Stated And Discontinued Codes', 1.0),
                    ('All', 0.95), ('White', 0.72), ('Asian', 0.23)
            ) as ethnicities (ethnicity, share)
    """,
    "raw.pcn_workforce__posts": f"""
        select
            '2021' as census_year, censuses.month as census_month, 'London' as region_name,
            'U' || lpad((i % 900)::varchar, 5, '0') as pcn_code, 'Directors' as staff_group,
            '0.8' as fte, i::varchar as person_id, {LINEAGE}
        from range(5000) as posts (i), (values ('9'), ('12')) as censuses (month)
    """,
    "raw.nss__detailed_results": f"""
        select
            '2018' as survey_year, labels.label_2, 'Q13' as question_number,
            'How often?' as question_text, answers.response_option, answers.unit, answers.value,
            {CROSSTAB}
        from range(1) as rows (i), (values ('ALL TRUSTS'), ('Sikh staff')) as labels (label_2), (
            values ('Never', '%', '87.1'), ('Once', '%', '12.9'), ('Base', 'n', '480,000')
        ) as answers (response_option, unit, value)
    """,
    "raw.nhsei_covid_workforce_returns__risk_assessments": f"""
        select
            '2020-07-31' as assessed_on, 'R' || (10 + i // 2) as organisation_code,
            if(i % 2 = 0, 'all_staff', 'known_bame') as population,
            if(i < 18, if(i % 2 = 0, '4,000', '900'), null) as staff_in_scope,
            if(i < 18, '800', null) as staff_assessed,
            if(i < 18, null, '92') as staff_assessed_pct, {LINEAGE}
        from range(20) as trusts (i)
    """,
    "raw.hee_cpd__allocations": f"""
        select
            '2020/21' as financial_year, '31/12/2020' as as_at,
            if(i = 0, 'Y60', null) as region_code, if(i = 0, null, 'R1' || i) as organisation_code,
            'Nursing' as profession, '412,000.50' as committed_gbp, '206,000' as released_gbp,
            {LINEAGE}
        from range(9) as employers (i)
    """,
    "raw.hee_cpep__placements": f"""
        select
            '2019' as intake_year, '2018' as baseline_year,
            if(i = 0, 'Y60', null) as region_code, if(i = 0, null, 'R1' || i) as organisation_code,
            'Nursing' as profession, if(i = 0, '2,400', '42') as additional_placements, {LINEAGE}
        from range(9) as providers (i)
    """,
    "raw.nhs_volunteering__volunteers": f"""
        select
            '2023/24' as financial_year, 'Q1' as quarter, 'R1' || i // 2 as organisation_code,
            if(i % 2 = 0, 'All roles', 'Administration') as volunteer_role,
            if(i % 2 = 0, '1,212', '40') as volunteers_active,
            if(i % 2 = 0, '26,450.5', '900') as volunteer_hours, {LINEAGE}
        from range(10) as trusts (i)
    """,
    "raw.ods__trusts": f"""
        select
            'R' || chr(65 + (i / 10)::integer) || i % 10 as organisation_code,
            'TRUST ' || i || ' NHS FOUNDATION TRUST' as organisation_name,
            '19930401' as opened_on, {LINEAGE}
        from range(210) as trusts (i)
    """,
    "raw.ods__successions": f"""
        select
            'A' || i as old_code, 'B' || i as new_code, 'R' as reason,
            '20130401' as effective_on, {LINEAGE}
        from range(50) as successions (i)
    """,
    "raw.ods__icbs": f"""
        select
            'E540000' || (10 + i) as icb_ons_code, 'Q' || (10 + i) as icb_code,
            'NHS ' || i || ' Integrated Care Board' as icb_name, {LINEAGE}
        from range(42) as boards (i)
    """,
    "raw.files": """
        select
            repeat('ab', 32) as sha256, repeat('ab', 8) as file_id, 'nss' as publication_id,
            'nss_detailed' as layout_id, 'survey.xls' as original_name, 'loaded' as status,
            null::varchar as reason, null::varchar as next_step, 9 as row_count,
            'Open Government Licence v3.0' as licence, 'NHS England' as attribution,
            date '2019-02-26' as published_on, false as is_published_on_assumed,
            timestamp '2024-01-01 09:00' as first_received_at,
            date '2018-09-01' as period_from, date '2018-11-30' as period_to
    """,
    "raw.file_arrivals": """
        select
            repeat('ab', 8) as file_id, arrivals.outcome,
            'nss/2019-02-26/survey.xls' as landed_as
        from (values ('loaded'), ('duplicate')) as arrivals (outcome)
    """,
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
            'deteriorating' as direction, 1 as peer_rank, 9 as peer_count,
            4.0::double as spc_lower_limit, 4.8::double as spc_mean, 5.5::double as spc_upper_limit,
            false as is_synthetic, if(is_observed, date '2024-10-24', null) as published_on,
            if(is_observed, 'f1', null) as file_id
        from
            (select unnest({CHAPTER_METRICS}) as metric_id) as metrics,
            (values ('england', 'E92000001'), ('organisation', 'R1H')) as units (level, code),
            lateral (select metric_id = 'sickness_absence_rate') as availability (is_observed)
    """,
}
