"""The detailed file of practices: some 830 columns, most of them zeros in the invented world."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import product

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.releases.queries import query
from orchestration.sample.world import World

PLACES = {
    "PRAC_CODE": "places.practice_code",
    "PRAC_NAME": "practice_name",
    "PCN_CODE": "coalesce(pcn_code, 'UNALLOCATED')",
    "PCN_NAME": "coalesce(pcn_name, 'UNALLOCATED')",
    "SUB_ICB_CODE": "locality_code",
    "SUB_ICB_NAME": "sub_icb_name",
    "ICB_CODE": "icb_code",
    "ICB_NAME": "icb_name",
    "REGION_CODE": "region_code",
    "REGION_NAME": "region_name",
    "TOTAL_PATIENTS": "patients",
    "TOTAL_MALE": "patients // 2",
    "TOTAL_FEMALE": "patients - patients // 2",
    "YEAR": "year(places.month)",
    "MONTH": "month(places.month)",
}
# Commissioning groups and partnerships, until boards took over.
OLDER = {
    "SUB_ICB_CODE": "CCG_CODE",
    "SUB_ICB_NAME": "CCG_NAME",
    "ICB_CODE": "STP_CODE",
    "ICB_NAME": "STP_NAME",
}
DATED = ("YEAR", "MONTH")
# One heading bears its words in another order than its sisters.
SLIPS = {"FEMALE_TRAINEE_DPC_NURSE_ASSOC_HC": "FEMALE_DPC_TRAINEE_NURSE_ASSOC_HC"}
GROUPS = ("GP", "GP_EXTG", "GP_EXL", "GP_EXTGL", "NURSES", "DPC", "ADMIN")
PREFIXES = {
    "GP": "gp",
    "N": "nurses",
    "NURSE": "nurses",
    "NURSES": "nurses",
    "DPC": "dpc",
    "ADMIN": "admin",
}


def practice_file(world: World, month: date, era: str) -> CsvFile:
    """The file of a month as it was laid out in an era: `ccg`, `undated` or `dated`."""
    is_older = era == "ccg"
    no_data = "NA" if is_older else "ND"
    headings = [
        name
        for (name,) in world.rows("select heading from practice_columns order by position")
        if era == "dated" or name not in DATED
    ]
    stems = [stem for (stem,) in world.rows("select column_stem from practice_roles")]
    figures = [
        f"{sex}_{stem}_{measure}"
        for sex, stem, measure in product(
            ("TOTAL", "MALE", "FEMALE"), (*GROUPS, *stems), ("HC", "FTE")
        )
    ]
    columns = [
        f"{_column(SLIPS.get(name, name), figures, no_data)} as"
        f' "{OLDER.get(name, name) if is_older else name}"'
        for name in headings
    ]
    text = (
        query("practices_detailed")
        .replace("$headings", ", ".join(f"'{figure}'" for figure in figures))
        .replace("$columns", ",\n    ".join(columns))
    )
    return CsvFile(text, {"month": month, "is_older": is_older, "no_data": no_data})


def _column(heading: str, figures: Sequence[str], no_data: str) -> str:
    """SQL for what stands under a heading: a place, a figure, or a zero where data are usable."""
    if heading in PLACES:
        return PLACES[heading]
    words = heading.split("_")
    group = PREFIXES.get(words[1] if words[0] in ("TOTAL", "MALE", "FEMALE") else words[0])
    if heading.endswith("_SOURCE"):
        return f"if(has_{group}, 'NWRS', '{no_data}')"
    if not group:
        return "0"
    if heading not in figures:
        return f"no_{group}"
    kind = "double" if heading.endswith("FTE") else "bigint"
    amount = f'cast(cast(coalesce("{heading}", 0) as {kind}) as varchar)'
    return f"if(has_{group}, {amount}, '{no_data}')"
