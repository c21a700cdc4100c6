"""Surveys of staff, as small as published tables can be."""

from __future__ import annotations

from tests.unit.plausible.lineage import CROSSTAB, LINEAGE

TABLES = {
    "raw.nss__detailed_results": f"""
        select
            '2018' as survey_year, labels.label_2, 'Q13' as question_number,
            'How often?' as question_text, answers.response_option, answers.unit, answers.value,
            {CROSSTAB}
        from range(1) as rows (i), (values ('ALL TRUSTS'), ('Sikh staff')) as labels (label_2), (
            values ('Never', '%', '87.1'), ('Once', '%', '12.9'), ('Base', 'n', '480,000')
        ) as answers (response_option, unit, value)
    """,
    # England and 240 organisations, two questions, two years.
    "raw.nss__benchmark_results": f"""
        select
            if(i = 0, 'National', null) as reporting_level,
            if(i > 0, 'R' || lpad(i::varchar, 3, '0'), null) as organisation_code,
            items.name || bases.suffix || years.year as item,
            if(bases.suffix = '_', '0.25', if(i = 0, '700000', '2,500')) as value,
            {LINEAGE}, if(i = 0, 'National', 'Organisations') as sheet_name,
            row_number() over ()::integer as column_number
        from
            range(241) as units (i), (values ('q14a'), ('response_rate')) as items (name),
            (values ('_'), ('_n_')) as bases (suffix), (values ('2022'), ('2023')) as years (year)
    """,
    "raw.nqps__organisation_results": f"""
        select
            '2023/24' as financial_year, 'Q1' as quarter,
            'R' || lpad(i::varchar, 3, '0') as organisation_code, items.name as engagement_item,
            '1,200' as response_count, '57.5' as positive_pct, '6.3' as score, {LINEAGE}
        from range(210) as organisations (i), (values ('Care'), ('Pride')) as items (name)
    """,
    "raw.nqps__national_results": f"""
        select
            '2023/24' as financial_year, 'Q1' as quarter, 'Item ' || i as engagement_item,
            '120,000' as response_count, '57.5' as positive_pct, '6.3' as score, {LINEAGE}
        from range(9) as items (i)
    """,
    # Two waves of England and nine participants, of whose answers half come from nurses.
    "raw.people_pulse__results": f"""
        select
            waves.wave_start, waves.wave_end, roles.role, 'Informed' as item,
            if(i = 0, 'E92000001', 'R0' || i) as organisation_code,
            (0.6 * roles.share * people.answers)::integer::varchar as positive_answers,
            (roles.share * people.answers)::integer::varchar as valid_answers, {LINEAGE}
        from
            range(10) as participants (i),
            (
                values ('2020-07-20', '2020-08-02'), ('2020-08-03', '2020-08-16')
            ) as waves (wave_start, wave_end),
            (values ('All roles', 1.0), ('Nurses and midwives', 0.5)) as roles (role, share),
            lateral (select if(i = 0, 2000, 200) as answers) as people
    """,
}
