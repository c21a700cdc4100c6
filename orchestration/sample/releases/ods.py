"""Organisation registers: trusts and successions without headers, boards with one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Release
from orchestration.sample.releases.queries import query
from orchestration.sample.world import World

PUBLISHED_ON = date(2024, 8, 30)


def releases(world: World) -> Iterator[Release]:  # noqa: ARG001 - every publication is asked alike
    """All files of the publication."""
    trusts = CsvFile(query("ods_trusts"), has_header=False, quotes_all=True)
    successions = CsvFile(query("ods_successions"), has_header=False, quotes_all=True)
    boards = CsvFile(query("ods_boards"), line_end="\n")
    names = "Integrated_Care_Boards_(April_2024)_Names_and_Codes_in_EN.csv"
    for name, content in (("etr.csv", trusts), ("succarc.csv", successions), (names, boards)):
        yield Release("ods", PUBLISHED_ON, name, content)
