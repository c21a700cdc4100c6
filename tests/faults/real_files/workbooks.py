"""Damaged workbooks, old and new."""

from __future__ import annotations

import re

from tests.faults import damage
from tests.faults.real_files.case import SAME, Case


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


CASES = [
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
]
