"""Yearly and quarterly reports, as small as published tables can be."""

from __future__ import annotations

from tests.unit.plausible.lineage import LINEAGE

TABLES = {
    # England, 200 trusts of which one in twenty is hidden, and a staff group.
    "raw.hcw_flu_uptake__uptake": f"""
        select
            '1 september 2024' as first_day, '28 february 2025' as last_day,
            units.region_name, units.staff_group,
            if(units.region_name = 'London', 'R' || lpad(i::varchar, 3, '0'), null)
                as organisation_code,
            if(is_hidden, '*', units.people::varchar) as frontline_hcws,
            if(is_hidden, '*', (units.people * 3 // 8)::varchar) as vaccinated,
            if(is_hidden, '*', '37.5') as uptake_pct, {LINEAGE}
        from range(200) as organisations (i), (
            values ('England', null, 1189070), ('London', null, 5000), (null, 'Doctors', 150000)
        ) as units (region_name, staff_group, people),
        lateral (select units.region_name = 'London' and i % 20 = 0) as cells (is_hidden)
        where i = 0 or units.region_name = 'London'
    """,
    # England by band, and the boards of 200 trusts.
    "raw.wres__headcounts": f"""
        select
            '31 March 2022' as as_at, null as organisation_code, people.workforce, people.grade,
            people.bme as bme_headcount, people.white as white_headcount,
            '10' as unknown_headcount, {LINEAGE}
        from range(1) as rows (i), (
            values
                ('Clinical', 'Band 5', '383,706', '1,200,000'),
                ('Non-clinical', 'VSM', '341', '2,970'), ('Board', 'Executive', '200', '1,300')
        ) as people (workforce, grade, bme, white)
        union all by name
        select
            '31 March 2022' as as_at, 'R' || lpad(i::varchar, 3, '0') as organisation_code,
            'Executive' as grade, '1' as bme_headcount, '8' as white_headcount,
            '0' as unknown_headcount, {LINEAGE.replace("'layout'", "'wres_board'")}
        from range(200) as organisations (i)
    """,
    "raw.wres__indicators": f"""
        select
            '31 March 2022' as as_at, if(i = 0, 'England', 'Trust ' || i) as organisation_name,
            indicators.indicator, indicators.share as bme_value, indicators.share as white_value,
            if(i % 10 = 9 and indicators.ratio is not null, '*', indicators.ratio)
                as relative_likelihood, {LINEAGE}
        from range(100) as organisations (i), (
            values ('2', null, '1.54'), ('5', '29.2', null)
        ) as indicators (indicator, share, ratio)
    """,
    "raw.nhse_finance__trust_accounts": f"""
        select
            'Trust ' || i || ' NHS Foundation Trust' as organisation_name,
            'TAC09 Staff' as worksheet_name, 'STA0230' as sub_code,
            '350,000' as total_thousands, {LINEAGE}
        from range(210) as organisations (i)
    """,
    "raw.nhse_finance__pay_to_date": f"""
        select
            '2023/24' as financial_year, '2' as quarter, 'million' as money_unit,
            if(i = 0, null, 'R' || lpad(i::varchar, 3, '0')) as organisation_code,
            if(i = 0, 'Total', 'Trust ' || i) as organisation_name,
            if(i = 0, '1,500', '7.5') as agency_spend, if(i = 0, '2,400', '12') as bank_spend,
            if(i = 0, '36,000', '180') as total_pay, {LINEAGE}
        from range(201) as organisations (i)
    """,
    # A year of health, in all and by one of each breakdown.
    "raw.apprenticeships__starts": f"""
        select
            '202223' as time_period, 'Academic year' as time_identifier,
            'National' as geographic_level, 'Total' as standard_or_framework,
            'Total' as standard_name, cells.apprenticeship_level, cells.age_group,
            areas.subject_area, (cells.share * areas.starts)::integer::varchar as starts, {LINEAGE}
        from
            range(1) as rows (i),
            (values ('Health and Social Care', 40000), ('Medicine and Dentistry', 3000))
                as areas (subject_area, starts),
            (
                values ('Total', 'Total', 1.0), ('Advanced Apprenticeship', 'Total', 0.5),
                    ('Total', 'Under 19', 0.1)
            ) as cells (apprenticeship_level, age_group, share)
    """,
    "raw.apprenticeships__public_sector": f"""
        select
            '201718' as time_period, employers.employer_group, employers.headcount,
            employers.starts, '1.2' as starts_pct, {LINEAGE}
        from range(1) as rows (i), (
            values ('NHS', '1,150,000', '13,800'), ('Fire', '40,000', '480')
        ) as employers (employer_group, headcount, starts)
    """,
}
