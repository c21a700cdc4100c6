"""The page of explained cells; `python -m tests.explained.page` writes it from the real files.

A home that holds them may be named by `PEOPLE_PLAN_PUBLISHED_HOME`; without it one is built, which
takes minutes.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import duckdb

from orchestration.explain.answer import Explanation, explain
from orchestration.explain.numbers import number
from orchestration.explain.replay import FIGURES
from orchestration.explain.rows import SourceRow, sums
from orchestration.home import Home
from tests.conftest import build_published
from tests.explained.cells import PAGE, QUESTIONS
from tests.published import PUBLISHED

PUBLISHED_HOME_VARIABLE = "PEOPLE_PLAN_PUBLISHED_HOME"
INTRODUCTION = """\
# Explained cells

Written by `make explained` from real published files, which are not part of this project: one
figure each of {count} metrics, with the rows of the file that make it. `tests/explained` opens each
file with another reader and looks every row of these tables up. Rows are numbered as a spreadsheet
shows them, title lines counted. `people-plan explain` prints the same, and more, of any cell of
your own home.
"""
COLUMNS = ("file", "sheet", "row", "heading", "published", "gives")


def page(home: Home) -> str:
    """The page, from a home of the real files."""
    with duckdb.connect(str(home.edition), read_only=True) as edition:
        explained = [explain(home, edition, question) for question in QUESTIONS]
    metrics = {one.cell["metric_id"] for one in explained}
    return INTRODUCTION.format(count=len(metrics)) + "".join(map(_section, explained))


def _section(explanation: Explanation) -> str:
    cell = explanation.cell
    told = {(one.section, one.item): one.detail for one in explanation.statements}
    files = "\n".join(
        f"- `{Path(file['received_as']).name}`, published on {file['published_on']}, layout "
        f"`{file['layout_id']}`, SHA-256 `{file['sha256']}`"
        for file in explanation.files.values()
    )
    figures = "; ".join(
        f"{name} {number(cell[name])}" for name in FIGURES if cell[name] is not None
    )
    added = "; ".join(
        f"{part} of {count} published values, together {number(total)}"
        for part, total, count in sums(explanation.rows)
    )
    table = "\n".join(
        f"| {' | '.join(line)} |" for row in explanation.rows for line in _lines(explanation, row)
    )
    return f"""
## {cell["measure_id"]}, {cell["organisation_code"]}, {cell["period_end"]}

{told["cell", "reported for"]}; {told["cell", "period"]}; definition `{cell["definition_id"]}`.

Figure: {figures} ({cell["unit"]}).
Arithmetic: {told["cell", "arithmetic"]}.
Made of: {added}.

{files}

| {" | ".join(COLUMNS)} |
|{"---|" * len(COLUMNS)}
{table}
"""


def _lines(explanation: Explanation, row: SourceRow) -> list[tuple[str, ...]]:
    headings = list(dict.fromkeys(one for part in FIGURES for one in row.figures.get(part, ())))
    return [
        (
            Path(explanation.files[row.file_id]["received_as"]).name,
            row.sheet_name or "",
            row.cell or str(row.row_number),
            "" if row.cell else heading,
            row.published[heading],
            ", ".join(part for part in FIGURES if heading in row.figures.get(part, ())),
        )
        for heading in headings
    ]


def write() -> None:
    """Writes the page; ends with a message where the published files are not there."""
    if given := os.environ.get(PUBLISHED_HOME_VARIABLE):
        PAGE.write_text(page(Home(Path(given))), "utf-8")
        return
    if not PUBLISHED.is_dir():
        sys.exit("The published files are not beside this checkout, so the page stays as it is.")
    with tempfile.TemporaryDirectory() as folder:
        build_published(Path(folder))
        PAGE.write_text(page(Home(Path(folder))), "utf-8")


if __name__ == "__main__":
    write()
