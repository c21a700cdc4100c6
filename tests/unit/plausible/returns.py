"""Returns of the bodies that hold the figures, as small as published tables can be."""

from __future__ import annotations

from tests.unit.plausible.lineage import LINEAGE

TABLES = {
    # Twenty programmes in a network each: people trained, fewer with better skills, time saved.
    "raw.ahsn_tracker__entries": f"""
        select
            'e' || i as entry_id, 'p' || (i // 3) as programme_id, 'AHSN_X' as ahsn_code,
            '2023-01-01' as period_start, '31/03/2023' as period_end,
            case i % 3
                when 0 then 'ahsn_m01_staff_trained'
                when 1 then 'ahsn_m02_staff_improved_skill_knowledge'
                else 'ahsn_m09_time_saved_digital_or_pathway'
            end as outcome_measure_id,
            'quantitative' as evidence_type, (200 - i % 3)::varchar as entered_value,
            'staff' as entered_unit, 'submitted' as submission_status, {LINEAGE}
        from range(60) as entries (i)
    """,
    # Seven regions of 700 returners and an England of 4,900.
    "raw.nhsei_bbs__returners": f"""
        select
            '2020-04-13' as as_at, 'All professions' as profession, regions.region_name,
            (2 * regions.people)::varchar as returners_checked,
            regions.people::varchar as returners_deployed, {LINEAGE}
        from range(1) as rows (i), (
            values
                ('England', 4900), ('London', 700), ('South West', 700), ('South East', 700),
                ('Midlands', 700), ('East of England', 700), ('North West', 700),
                ('North East and Yorkshire', 700)
        ) as regions (region_name, people)
    """,
    "raw.eroster_loa__assessments": f"""
        select
            '2024-06-30' as quarter_end, 'R' || lpad(i::varchar, 2, '0') as organisation_code,
            systems.system, 'Midwives' as staff_group,
            case when i % 9 > 0 then i % 5 end::varchar as attainment_level, {LINEAGE}
        from
            range(100) as trusts (i),
            (values ('E-rostering'), ('E-job planning')) as systems (system)
    """,
    "raw.covid_sitrep__facilities": f"""
        select
            '2020-09-30' as quarter_end, 'R' || lpad(i::varchar, 2, '0') as organisation_code,
            facilities.facility, case when i % 9 > 0 then 'Yes' end as provided, {LINEAGE}
        from range(100) as trusts (i), (
            values
                ('Free staff car parking'), ('Food available'), ('Hot and cold drinks'),
                ('Rest space')
        ) as facilities (facility)
    """,
    # A register of ten pieces, days in both ways of writing.
    "raw.delivery_evidence__evidence": f"""
        select
            'e-' || i as evidence_id, 'pp_be_0' || i as statement_id,
            if(i % 2 = 0, '2020-12-15', '15/12/2020') as evidence_on,
            'delivered' as evidence_kind, 'Title' as reference_title,
            if(i % 2 = 0, 'https://www.example.org/' || i, null) as reference_url,
            'Programme office' as recorded_by, {LINEAGE}
        from range(1, 10) as pieces (i)
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
}
