"""Sickness absence, as small as published tables can be."""

from __future__ import annotations

from tests.unit.plausible.lineage import CROSSTAB, LINEAGE

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
}
