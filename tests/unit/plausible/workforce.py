"""Workforce statistics, as small as published tables can be."""

from __future__ import annotations

from tests.unit.plausible.lineage import CROSSTAB, LINEAGE

TABLES = {
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
    # 250 organisations of 5,000 FTE, total and a group, in people and in FTE.
    "raw.workforce_stats__organisation_staff": f"""
        select
            '2024-03-31' as date, 'Acute' as cluster_group, 'Acute - Large' as benchmark_group,
            'R' || lpad(i::varchar, 3, '0') as organisation_code, groups.staff_group,
            units.data_type, (groups.fte * units.factor)::varchar as total, {LINEAGE}
        from
            range(250) as organisations (i),
            (values ('Total', 5000), ('Midwives', 100)) as groups (staff_group, fte),
            (values ('FTE', 1.0), ('HC', 1.13)) as units (data_type, factor)
    """,
    # Seven regions with 30 organisations each, as people and as FTE, one profession beside all.
    "raw.workforce_stats__selected_roles": f"""
        select
            '31/03/2024' as date, 'Y' || (56 + i % 7) as region_code,
            'R' || lpad(i::varchar, 3, '0') as organisation_code, roles.selected_role,
            professions.profession, units.data_type,
            (roles.fte * professions.share * units.factor)::varchar as total, {LINEAGE}
        from
            range(210) as organisations (i),
            (
                values
                    ('Advanced clinical practitioner', 40),
                    ('Nursing support, bands 2 to 4', 900)
            ) as roles (selected_role, fte),
            (values ('All professions', 1.0), ('Nursing', 0.8)) as professions (profession, share),
            (values ('FTE', 1.0), ('HC', 1.1)) as units (data_type, factor)
    """,
    "raw.nurses_50k__announced_nurses": f"""
        select
            '2019-09-30' as snapshot_on, settings.scope, settings.nurses_fte,
            'Press release' as announced_in, {LINEAGE}
        from range(1) as rows (i), (
            values
                ('Programme', '300,904'), ('NHS trusts and core organisations', '284,404'),
                ('General practice', '16,500')
        ) as settings (scope, nurses_fte)
    """,
    "raw.reasons_for_leaving__quarterly_reasons": f"""
        select
            null as region_name, reasons.reason, '2021-22' as financial_year,
            'Q' || (i + 1) as quarter, reasons.assignments, {CROSSTAB}
        from range(4) as quarters (i), (
            values
                ('Total', '58,000'), ('Retirement Age', '21,000'), ('Pregnancy', '-'),
                ('Voluntary Resignation - Work Life Balance', '7,000'), ('Unknown', '20,000'),
                ('Employee Transfer', '10,000'),
                ('Voluntary Resignation - Better Reward Package', '..')
        ) as reasons (reason, assignments)
    """,
    "raw.workforce_equality__gender_grades": f"""
        select
            '2022-06-01' as month, grades.grade, genders.gender,
            (grades.people * genders.share)::integer::varchar as headcount, {LINEAGE}
        from
            range(1) as rows (i),
            (values ('All Grades', 1.4e6), ('Very Senior Manager', 2400)) as grades (grade, people),
            (values ('All', 1.0), ('Female', 0.7), ('Male', 0.3)) as genders (gender, share)
    """,
    # England and a region, in balance.
    "raw.workforce_turnover__national_flows": f"""
        select
            '202109 to 202209' as period, regions.region_code, regions.region_name,
            'All staff groups' as staff_group,
            (size * 1340000)::integer::varchar as start_headcount,
            (size * 1380000)::integer::varchar as end_headcount,
            (size * 1360000)::integer::varchar as average_headcount,
            (size * 210000)::integer::varchar as joiners_headcount,
            (size * 170000)::integer::varchar as leavers_headcount, '12.5' as leaver_rate_pct,
            {LINEAGE}
        from range(1) as rows (i), (
            values ('E92000001', 'England', 1.0), ('Y56', 'London', 0.16)
        ) as regions (region_code, region_name, size)
    """,
    "raw.workforce_turnover__management_rates": f"""
        select
            quoted.year_ending, quoted.leaver_rate_pct, 'Forum, March 2024' as quoted_in, {LINEAGE}
        from range(1) as rows (i), (
            values ('August 2022', '9.4'), ('December 2023', '7.7')
        ) as quoted (year_ending, leaver_rate_pct)
    """,
    # England's nurses and everybody, in every group of nationalities.
    "raw.workforce_turnover_nationality__joiners": f"""
        select
            '202012 to 202112' as period, 'England' as region_name, groups.staff_group,
            people.nationality_group,
            (people.share * groups.joiners)::integer::varchar as headcount,
            {CROSSTAB}
        from
            range(1) as rows (i),
            (values ('All staff groups', 200000), ('Nurses & health visitors', 50000))
                as groups (staff_group, joiners),
            (
                values
                    ('All nationalities', 1.0), ('United Kingdom', 0.72), ('European Union', 0.04),
                    ('Rest of World', 0.18), ('Unknown', 0.06)
            ) as people (nationality_group, share)
    """,
}
