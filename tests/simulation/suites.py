"""Writes the suites of the small world: one of each played table, the real ones of the register."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from orchestration.checks.documents import EXPECTATIONS
from tests.simulation.cast import CAST

NEWEST_ROWS = """
from {batch}
qualify cast(figure as double) > 1000 and row_number() over (
    partition by period_end, organisation_code order by published_on desc
) = 1
"""


def write_expectations(folder: Path) -> None:
    """A suite for every raw table of the cast, and the real ones of the register."""
    (folder / "raw").mkdir(parents=True)
    (folder / "marts").mkdir()
    shutil.copy(EXPECTATIONS / "parameters.json", folder)
    for name in ("files.json", "file_arrivals.json"):
        shutil.copy(EXPECTATIONS / "raw" / name, folder / "raw")
    for one in CAST:
        suite = {
            "name": f"raw.{one.raw_table}",
            "meta": {
                "description": "Played figures.",
                "key_columns": ["file_id", "row_number"],
                "may_be_empty": True,
            },
            "expectations": [
                {
                    "type": "unexpected_rows_expectation",
                    "description": "The newest figure of a day is not above a thousand",
                    "kwargs": {
                        "unexpected_rows_query": "select file_id, row_number, figure" + NEWEST_ROWS
                    },
                    "severity": "critical",
                    "meta": {"reason": "A file that is wrong holds back what follows from it."},
                }
            ],
        }
        (folder / "raw" / f"{one.raw_table}.json").write_text(json.dumps(suite), "utf-8")
