"""Writes a return's template as CSV: an empty one, and one with example rows marked as made up."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from orchestration.errors import PlainError
from orchestration.returns.template import ReturnTemplate

# A byte order mark lets spreadsheet programs read names with accents.
ENCODING = "utf-8-sig"
MARK = "IS_SYNTHETIC"


def write_template(template: ReturnTemplate, folder: Path, *, is_forced: bool) -> list[Path]:
    """Writes `<publication_id>.csv` and `<publication_id>_example.csv`; returns their paths.

    Raises `PlainError` where one of them is there already, unless `is_forced`.
    """
    name = template.publication.publication_id
    headers = list(template.headers.values())
    files = {
        folder / f"{name}.csv": [headers],
        folder / f"{name}_example.csv": [
            [*headers, MARK],
            *([*row, "true"] for row in template.example),
        ],
    }
    there = [path.name for path in files if path.exists()]
    if there and not is_forced:
        raise PlainError(
            f"{' and '.join(there)} already stands in {folder}; nothing was written.",
            "Name another folder with --output, or write over it with --force.",
        )
    folder.mkdir(parents=True, exist_ok=True)
    for path, rows in files.items():
        _write(path, rows)
    return list(files)


def _write(path: Path, rows: Sequence[Sequence[str]]) -> None:
    with path.open("w", encoding=ENCODING, newline="") as file:
        csv.writer(file).writerows(rows)
