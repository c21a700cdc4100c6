"""General practice and primary care networks, as small as published tables can be."""

from __future__ import annotations

from tests.unit.plausible.lineage import CROSSTAB, LINEAGE

TABLES = {
    "raw.pcn_workforce__posts": f"""
        select
            '2021' as census_year, censuses.month as census_month, 'London' as region_name,
            'U' || lpad((i % 900)::varchar, 5, '0') as pcn_code, 'Directors' as staff_group,
            '0.8' as fte, i::varchar as person_id, {LINEAGE}
        from range(5000) as posts (i), (values ('9'), ('12')) as censuses (month)
    """,
    # 6,200 practices of six FTE of doctors in two months.
    "raw.gp_workforce__practices": f"""
        select
            '2024' as census_year, months.month as census_month,
            'A' || lpad(i::varchar, 5, '0') as practice_code, 'U12345' as pcn_code,
            'London' as region_name, '9,100' as patients, '8' as gp_headcount, '6.0' as gp_fte,
            '2.0' as direct_patient_care_fte, {LINEAGE}
        from range(6200) as practices (i), (values ('6'), ('7')) as months (month)
    """,
    "raw.gp_workforce__practice_roles": f"""
        select
            'A' || lpad(i::varchar, 5, '0') as practice_code, groups.staff_group,
            roles.detailed_staff_role, 'FTE' as measure, '6.0' as value, {LINEAGE}
        from
            range(6200) as practices (i),
            (values ('GP'), ('Nurses')) as groups (staff_group),
            (values ('Total'), ('GP Partners')) as roles (detailed_staff_role)
    """,
    "raw.gp_workforce__national_series": f"""
        select
            'headcount' as measure, 'All GPs' as staff_group, null::varchar as staff_role,
            months.month, months.value, {LINEAGE}, months.column_number, '1b' as sheet_name
        from range(1) as rows (i), (
            values ('June 2024', '47,000', 2), ('July 2024', '47900', 3)
        ) as months (month, value, column_number)
    """,
    "raw.primary_care_workforce_quarterly__direct_patient_care": f"""
        select
            quarters.month, roles.staff_role, 'Collated' as source, '11,000.5' as fte, {LINEAGE}
        from
            range(1) as rows (i), (values ('31/03/2019'), ('31/03/2023')) as quarters (month),
            (values ('Total'), ('Pharmacists')) as roles (staff_role)
    """,
    "raw.primary_care_workforce_quarterly__direct_patient_care_series": f"""
        select
            quarters.month, 'Total' as staff_role, 'Collated' as source, '11000' as fte, {CROSSTAB}
        from
            range(1) as rows (i), (values ('March 2019'), ('March 2023')) as quarters (month)
    """,
}
