"""The damages that published files must survive, and what must come of each."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass

from tests.faults import damage

FILES = {
    "rates": "sickness_absence_rates/nhs_sickness_absence_2024-04.csv",
    "other_month": "sickness_absence_rates/nhs_sickness_absence_2024-09.csv",
    "benchmarking": "sickness_absence_benchmarking/*CSV, January 2024.csv",
    "workbook": "sickness_absence_workbook/*.xlsx",
    "turnover": "turnover/*.csv",
    "pcn": "pcn_workforce/1.*.csv",
    "nationality": "nationality/*.xlsx",
    "nationality_regions": "nationality/*.csv",
    "ethnicity": "ethnicity_workforce/*.xls",
    "survey": "staff_survey/*abuse*.xls",
    "trusts": "ods/etr_2022*.csv",
    "successions": "ods/trust_succession*.csv",
    "boards": "ods/icb_names*.csv",
}
SAME = "loads the same"
SAME_NUMBERS = "loads the same numbers, written otherwise"
HTML = b"<!DOCTYPE html><html><head><title>404 Not Found</title></head><body>Gone</body></html>"


@dataclass(frozen=True)
class Case:
    """A damage to a file; `outcome` is SAME, or words that the reason must contain."""

    file: str
    what: str
    change: damage.Bytes
    outcome: str
    name: str = ""

    def __str__(self) -> str:
        return f"{self.file}: {self.what}".replace(" ", "_")


def swap_cells(one: str, other: str) -> damage.Bytes:
    """Exchanges two cells of the workbook's Table 1."""

    def edit(xml: str) -> str:
        values = {c: re.search(rf'<c r="{c}"[^>]*>(.*?)</c>', xml)[1] for c in (one, other)}  # type: ignore[index]
        return re.sub(
            rf'(<c r="({one}|{other})"[^>]*>).*?</c>',
            lambda m: f"{m[1]}{values[other if m[2] == one else one]}</c>",
            xml,
        )

    return damage.member_edited("xl/worksheets/sheet3.xml", edit)


def shared_text(before: str, after: str) -> damage.Bytes:
    return damage.member_edited("xl/sharedStrings.xml", lambda xml: xml.replace(before, after, 1))


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("rates.csv", b"0" * (50 << 20))
    return packed.getvalue()


def nested(content: bytes) -> bytes:
    return damage.zipped("inner.zip")(damage.zipped("rates.csv")(content))


def as_thousands(value: str) -> str:
    whole, point, decimals = value.partition(".")
    return f"{int(whole):,}{point}{decimals}" if value else value


def without_a_complete_group(rows: damage.Rows) -> damage.Rows:
    """Drops the midwives of an organisation whose groups are all shown."""
    hidden = {row[5] for row in rows if not row[-1]}
    place = next(n for n, row in enumerate(rows) if row[9] == "Midwives" and row[5] not in hidden)
    return [*rows[:place], *rows[place + 1 :]]


def as_decimal_comma(value: str) -> str:
    return value.replace(".", ",")


CASES = [
    # Headers of a long table.
    Case("rates", "header renamed", damage.renamed("ORG_TYPE", "ORG_KIND"), "missing: ORG_TYPE"),
    Case("rates", "header renamed, day", damage.renamed("DATE", "MONTH"), "not mapped: MONTH"),
    Case("rates", "column dropped", damage.dropped("FTE_DAYS_AVAILABLE"), "missing: FTE_DAYS_AV"),
    Case("rates", "board code dropped", damage.dropped("ICS_CODE"), "missing: ICS_CODE"),
    Case(
        "rates",
        "boards renamed",
        lambda c: damage.renamed("ICS_NAME", "ICB_NAME")(damage.renamed("ICS_CODE", "ICB_CODE")(c)),
        "ICB_CODE",
    ),
    Case("rates", "header twice", damage.renamed("ICS_NAME", "ORG_NAME"), "more than once"),
    Case("rates", "header in other case", damage.renamed("ORG_CODE", " org_Code\n"), SAME),
    Case("rates", "no header", damage.edited(lambda rows: rows[1:]), "no layout"),
    Case("rates", "column added", damage.column_added("NOTE", "x"), SAME),
    Case("rates", "column added in front", damage.column_added("ID", "7", at=0), SAME),
    Case(
        "rates", "unnamed column added", damage.column_added("", "x"), "more values than the header"
    ),
    Case(
        "rates",
        "lost and available exchanged",
        damage.headers_exchanged("FTE_DAYS_LOST", "FTE_DAYS_AVAILABLE"),
        "not_above",
    ),
    Case(
        "rates",
        "lost and rate exchanged",
        damage.headers_exchanged("FTE_DAYS_LOST", "SICKNESS_ABSENCE_RATE_PERCENT"),
        "rate",
    ),
    Case(
        "rates",
        "region and board exchanged",
        damage.headers_exchanged("NHSE_REGION_CODE", "ICS_CODE"),
        "icb_code",
    ),
    Case(
        "rates",
        "region and board names exchanged",
        damage.headers_exchanged("NHSE_REGION_NAME", "ICS_NAME"),
        "region_name",
    ),
    Case(
        "rates",
        "name and type exchanged",
        damage.headers_exchanged("ORG_NAME", "ORG_TYPE"),
        "organisation_type",
    ),
    Case(
        "rates",
        "code and name exchanged",
        damage.headers_exchanged("ORG_CODE", "ORG_NAME"),
        "not a code",
    ),
    Case(
        "rates", "columns moved", damage.columns_moved("FTE_DAYS_LOST", "FTE_DAYS_AVAILABLE"), SAME
    ),
    Case(
        "rates",
        "first column last",
        damage.columns_moved("DATE", "SICKNESS_ABSENCE_RATE_PERCENT"),
        SAME,
    ),
    # Files cut, emptied, replaced.
    Case("rates", "cut in half at a byte", damage.cut_at_byte(0.5), "cut"),
    Case("rates", "cut in half at a line", damage.cut_at_line(0.5), "minimum_rows"),
    Case("rates", "cut near the end at a byte", damage.cut_at_byte(0.99), "cut"),
    Case("rates", "cut near the end at a line", damage.cut_at_line(0.9), "rule"),
    Case("rates", "header only", damage.edited(lambda rows: rows[:1]), "no row below"),
    Case("rates", "empty", damage.replaced_by(b""), "empty"),
    Case("rates", "blank lines only", damage.replaced_by(b"\r\n \r\n"), "white space"),
    Case("rates", "error page", damage.replaced_by(HTML), "web page"),
    Case(
        "rates",
        "error page with a byte order mark",
        damage.replaced_by(b"\xef\xbb\xbf\n" + HTML),
        "web page",
    ),
    Case("rates", "PDF", damage.replaced_by(b"%PDF-1.7 ..."), "PDF"),
    Case("rates", "noise", damage.replaced_by(bytes(range(1, 256)) * 40), "not text"),
    Case("rates", "no line end at the end", lambda content: content.rstrip(b"\r\n"), SAME),
    # Another month's content keeps its own month, which is what it says inside.
    Case(
        "other_month",
        "under another month's name",
        lambda content: content,
        SAME,
        "nhs_sickness_absence_2024-04.csv",
    ),
    Case("rates", "no suffix", lambda content: content, SAME, "download"),
    Case("rates", "wrong suffix", lambda content: content, SAME, "rates.xlsx"),
    # Values.
    Case("rates", "text in a number", damage.value_set(17, "FTE_DAYS_LOST", "n/k"), "'n/k'"),
    Case("rates", "text in a day", damage.value_set(5, "DATE", "April 31st"), "date"),
    Case(
        "rates",
        "day and month exchanged",
        damage.values_changed("DATE", lambda _: "04/30/2024"),
        "date",
    ),
    Case("rates", "negative days", damage.value_set(9, "FTE_DAYS_LOST", "-12"), "from 0"),
    Case("rates", "one digit changed", damage.value_set(9, "FTE_DAYS_LOST", "9"), "rate_percent"),
    Case("rates", "code missing", damage.value_set(9, "ORG_CODE", ""), "missing"),
    Case(
        "rates", "one measure missing", damage.value_set(9, "FTE_DAYS_LOST", ""), "filled_together"
    ),
    Case(
        "rates",
        "decimal comma quoted",
        damage.values_changed("FTE_DAYS_LOST", as_decimal_comma),
        "not a number",
    ),
    Case(
        "rates",
        "decimal comma splits a field",
        damage.text_replaced("1868.54684", "1868,54684"),
        "row 2",
    ),
    Case(
        "rates",
        "two codes, one name each",
        damage.value_set(4, "NHSE_REGION_NAME", "London"),
        "one_value_per",
    ),
    # Rows.
    Case("rates", "rows repeated", damage.rows_repeated(10, 60), SAME),
    Case("rates", "all rows repeated", damage.rows_repeated(1, 999), SAME),
    Case("rates", "header repeated", damage.header_repeated(100), SAME),
    Case(
        "rates",
        "contradicting row",
        damage.edited(lambda rows: [*rows, [*rows[9][:8], "1", "100", "1"]]),
        "with different values",
    ),
    Case(
        "rates",
        "a field lost in the middle",
        damage.edited(lambda rows: [*rows[:50], rows[50][:-2], *rows[51:]]),
        "row 51",
    ),
    Case(
        "rates",
        "title rows above",
        damage.lines_between("NHS Sickness Absence", "", "April 2024"),
        SAME,
    ),
    Case(
        "rates",
        "blank lines inside",
        damage.text_replaced("\r\n30/04/2024,Y60", "\r\n\r\n\r\n30/04/2024,Y60"),
        SAME,
    ),
    Case(
        "rates",
        "half of it synthetic",
        damage.edited(
            lambda rows: [
                [*row, "IS_SYNTHETIC" if n == 0 else "true" if n % 2 else ""]
                for n, row in enumerate(rows)
            ]
        ),
        "synthetic",
    ),
    # Encodings and line ends.
    Case("rates", "byte order mark", damage.encoded("utf-8-sig"), SAME),
    Case("rates", "UTF-16", damage.encoded("utf-16"), SAME),
    Case("rates", "UTF-16 without a mark", damage.encoded("utf-16-be"), SAME),
    Case("rates", "line feeds", damage.line_ends("\n"), SAME),
    Case("rates", "carriage returns", damage.line_ends("\r"), SAME),
    Case("rates", "NULs", damage.bytes_replaced(b"Acute", b"Ac\x00ute\x00"), SAME),
    Case("rates", "all quoted", damage.all_quoted, SAME),
    Case("rates", "semicolons", damage.delimited(";"), SAME),
    Case("rates", "tabs", damage.delimited("\t"), SAME),
    Case("rates", "a quote that never ends", damage.text_replaced("Y60", '"Y60'), "row"),
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
    Case("nationality_regions", "cut at a byte", damage.cut_at_byte(0.7), "r"),
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
    # Workbooks.
    Case("nationality", "cut short", damage.cut_at_byte(0.5), "broken"),
    Case(
        "nationality",
        "sheet renamed",
        damage.member_edited("xl/workbook.xml", lambda xml: xml.replace('"Data"', '"Sheet 9"')),
        SAME,
    ),
    Case(
        "nationality",
        "header renamed",
        shared_text(">Nationality<", ">Country<"),
        "missing: Nationality",
    ),
    Case("nationality", "macros", damage.member_added("xl/vbaProject.bin", b"x"), "macros"),
    Case("ethnicity", "cut short", damage.cut_at_byte(0.5), "broken"),
    Case(
        "ethnicity",
        "header renamed",
        damage.bytes_replaced(b"Ethnicity_type", b"Ethnicity_kind"),
        "Ethnicity_kind",
    ),
    Case("ethnicity", "under a wrong suffix", lambda content: content, SAME, "ethnicity.csv"),
    Case("survey", "cut short", damage.cut_at_byte(0.5), "broken"),
    Case("workbook", "headings exchanged", swap_cells("C3", "F3"), "order"),
    Case("workbook", "England exchanged", swap_cells("B3", "C3"), "order"),
    Case("workbook", "heading renamed", shared_text(">England<", ">Britain<"), "England"),
    Case("workbook", "months exchanged", swap_cells("A20", "A21"), "periods_ascend"),
    Case(
        "workbook",
        "a month lost",
        damage.member_edited(
            "xl/worksheets/sheet3.xml",
            lambda xml: re.sub(r'<row r="40" .*?</row>', "", xml, flags=re.S),
        ),
        "months_without_gap",
    ),
    Case(
        "workbook",
        "sheets renamed",
        damage.member_edited("xl/workbook.xml", lambda xml: xml.replace('"Table 1"', '"Regions"')),
        SAME,
    ),
    # Archives.
    Case("rates", "in a zip", damage.zipped("a/b/rates.csv"), SAME, "rates.zip"),
    Case(
        "rates",
        "twice in a zip",
        damage.zipped("rates.csv", "copy of rates.csv"),
        SAME,
        "rates.zip",
    ),
    Case("rates", "zip in a zip", nested, "zip inside a zip", "rates.zip"),
    Case("rates", "zip bomb", damage.replaced_by(bomb()), "bomb", "rates.zip"),
    Case(
        "rates", "broken zip", lambda c: damage.zipped("rates.csv")(c)[:-30], "broken", "rates.zip"
    ),
]
