"""Organisations and the register of files, as small as published tables can be."""

from __future__ import annotations

from tests.unit.plausible.lineage import LINEAGE

TABLES = {
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
}
