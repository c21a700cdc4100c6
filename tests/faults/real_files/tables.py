"""Damaged tables of the other publications, and of benchmarking."""

from __future__ import annotations

from tests.faults import damage
from tests.faults.real_files.case import SAME, SAME_NUMBERS, Case


def as_thousands(value: str) -> str:
    whole, point, decimals = value.partition(".")
    return f"{int(whole):,}{point}{decimals}" if value else value


def without_a_complete_group(rows: damage.Rows) -> damage.Rows:
    """Drops the midwives of an organisation whose groups are all shown."""
    hidden = {row[5] for row in rows if not row[-1]}
    place = next(n for n, row in enumerate(rows) if row[9] == "Midwives" and row[5] not in hidden)
    return [*rows[:place], *rows[place + 1 :]]


CASES = [
    Case(
        "benchmarking",
        "thousands separators",
        damage.values_changed("FTE_DAYS_LOST", as_thousands),
        SAME_NUMBERS,
    ),
    Case("benchmarking", "cut in half at a line", damage.cut_at_line(0.5), "rule"),
    Case(
        "benchmarking",
        "a group dropped",
        damage.edited(lambda rows: [r for r in rows if r[9] != "Midwives"]),
        "complete_set",
    ),
    Case(
        "benchmarking", "a row dropped", damage.edited(without_a_complete_group), "total_of_parts"
    ),
    Case(
        "benchmarking",
        "groups exchanged",
        damage.headers_exchanged("CLUSTER_GROUP", "BENCHMARK_GROUP"),
        "cluster_group",
    ),
    Case(
        "benchmarking",
        "cluster and staff group exchanged",
        damage.headers_exchanged("CLUSTER_GROUP", "STAFF_GROUP"),
        "group",
    ),
    Case("benchmarking", "rows repeated", damage.rows_repeated(5, 500), SAME),
    Case("pcn", "as UTF-8", damage.encoded("utf-8"), SAME),
    Case(
        "pcn",
        "encoded twice",
        lambda c: c.decode("cp1252").encode().decode("cp1252", "ignore").encode(),
        "encoded twice",
    ),
    Case("pcn", "cut in half at a line", damage.cut_at_line(0.5), "data_source"),
    Case("pcn", "cut in half at a byte", damage.cut_at_byte(0.5), "cut"),
    Case(
        "pcn",
        "FTE and person exchanged",
        damage.headers_exchanged("FTE", "UNIQUE_IDENTIFIER"),
        "not a",
    ),
    Case(
        "pcn",
        "year and month exchanged",
        damage.headers_exchanged("CENSUS_YEAR", "CENSUS_MONTH"),
        "census",
    ),
    Case(
        "pcn",
        "group and role exchanged",
        damage.headers_exchanged("STAFF_GROUP", "STAFF_ROLE"),
        "staff_group",
    ),
    Case(
        "pcn",
        "region and board names exchanged",
        damage.headers_exchanged("COMM_REGION_NAME", "ICB_NAME"),
        "region_name",
    ),
    Case("pcn", "all rows repeated", damage.rows_repeated(1, 9999), "repeats_at_most"),
    Case("turnover", "cut in half at a line", damage.cut_at_line(0.5), "flow_type"),
    Case("turnover", "cut near the end at a line", damage.cut_at_line(0.97), "rule"),
    Case(
        "turnover",
        "headcount and FTE exchanged",
        damage.headers_exchanged("HC", "FTE"),
        "whole number",
    ),
    Case(
        "turnover", "type renamed", damage.bytes_replaced(b",Joiners,", b",Starters,"), "flow_type"
    ),
    Case(
        "turnover",
        "joiners and leavers exchanged by header",
        damage.renamed("TYPE", "KIND"),
        "TYPE",
    ),
    Case("turnover", "columns moved", damage.columns_moved("HC", "PERIOD"), SAME),
    Case("nationality_regions", "cut in half at a line", damage.cut_at_line(0.5), "without"),
    Case("nationality_regions", "cut at two thirds", damage.cut_at_line(0.67), "rule"),
    Case("nationality_regions", "cut at a byte", damage.cut_at_byte(0.7), "cut"),
    Case(
        "nationality_regions",
        "months exchanged",
        damage.bytes_replaced(
            b"March 2016,,,,,,,,,,,,,,,March 2017", b"March 2017,,,,,,,,,,,,,,,March 2016"
        ),
        "ascend",
    ),
    Case(
        "nationality_regions",
        "regions exchanged",
        damage.text_replaced(
            "Health Education South London,Health Education South West",
            "Health Education South West,Health Education South London",
        ),
        "order",
    ),
    Case("trusts", "cut in half at a line", damage.cut_at_line(0.5), "rule"),
    Case("trusts", "cut at a byte", damage.cut_at_byte(0.6), "cut"),
    Case(
        "trusts",
        "a field lost",
        damage.edited(lambda rows: [r[:3] + r[4:] for r in rows]),
        "no layout",
    ),
    Case("successions", "cut in half at a line", damage.cut_at_line(0.5), "minimum_rows"),
    Case("successions", "header renamed", damage.renamed("new_code", "code"), "missing: new_code"),
    Case(
        "successions",
        "old and new exchanged",
        damage.headers_exchanged("old_code", "new_code"),
        "not_fewer_values",
    ),
    Case("successions", "codes moved", damage.columns_moved("old_code", "new_code"), SAME),
    Case(
        "boards",
        "next year's header",
        damage.edited(lambda rows: [[h.replace("24", "25") for h in rows[0]], *rows[1:]]),
        SAME,
    ),
    Case("boards", "cut in half at a line", damage.cut_at_line(0.5), "minimum_rows"),
]
