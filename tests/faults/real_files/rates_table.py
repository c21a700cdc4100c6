"""Monthly sickness absence rates with other headers, values and rows."""

from __future__ import annotations

from tests.faults import damage
from tests.faults.real_files.case import SAME, Case


def as_decimal_comma(value: str) -> str:
    return value.replace(".", ",")


CASES = [
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
]
