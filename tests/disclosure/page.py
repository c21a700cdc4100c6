"""Attacks everything and writes what came of it: `make attack`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from orchestration.home import PROJECT_ROOT, Home
from tests.conftest import build_published, people_plan, succeeded
from tests.disclosure.attack import exactly, with_bounds
from tests.disclosure.campaign import SHAPES, attacked, compared
from tests.disclosure.figures import opened, puzzle
from tests.disclosure.test_random_tables import MANY, SEED
from tests.published import PUBLISHED

PAGE = PROJECT_ROOT / "docs" / "disclosure.md"
SMALL_TABLES = 100
ABOUT = """# What is hidden, attacked

`make attack` tries to work out every hidden figure and writes this page. It adds and subtracts over
parts and totals, organisations and the sums that hold them, kinds of organisations, periods and
vintages, exactly, over whole numbers; and it uses that no figure is less than nothing, by linear
programming. Random tables are of the shapes that returns have, most numbers in them too small to be
shown, and go through the same models as the figures:
[decision 24](decisions/0024-what-must-stay-hidden.md) says how.
"""


def figures(name: str, home: Home) -> tuple[str, int]:
    """A row of the page on the figures of a home, and how many of them were worked out."""
    with opened(home) as (connection, hidden):
        given, names, secrets = puzzle(connection)
        tables, cells = connection.execute(
            "select count(distinct (disclosure_table, period_type, period_end)), "
            "count(*) filter (is_current) from disclosure_cells"
        ).fetchone() or (0, 0)
    found = [{names[one] for one in way(given)} & secrets for way in (exactly, with_bounds)]
    rows = (
        name,
        f"{tables:,}",
        f"{cells:,}",
        f"{len(hidden.secrets):,}",
        *(len(one) for one in found),
    )
    return _row(rows), len(found[0] | found[1])


def random_tables() -> tuple[list[str], int]:
    """The rows on random tables, and how many of their cells were worked out."""
    rows, found = [], 0
    for number, (name, shape) in enumerate(SHAPES.items()):
        one = attacked(shape, MANY, SEED + number)
        found += len(set(one.exactly) | set(one.with_bounds))
        rows.append(
            _row(
                (
                    name, f"{one.tables:,}", f"{one.cells:,}", f"{one.small:,}",
                    f"{one.beside:,}", len(one.exactly), len(one.with_bounds),
                )
            )
        )  # fmt: skip
    return rows, found


def _row(cells: tuple[object, ...]) -> str:
    return "| " + " | ".join(map(str, cells)) + " |"


def _homes(folder: Path) -> dict[str, Home]:
    sample = Home(folder / "sample")
    succeeded(people_plan(sample.root, "sample"))
    succeeded(people_plan(sample.root, "build"))
    homes = {"synthetic sample": sample}
    if PUBLISHED.is_dir():
        build_published(folder / "published")
        homes["published files"] = Home(folder / "published")
    return homes


def main() -> None:
    """Attack, write the page; exits with 1 where anything was worked out."""
    with tempfile.TemporaryDirectory() as folder:
        of_figures = [figures(name, home) for name, home in _homes(Path(folder)).items()]
    rows, found = random_tables()
    least = compared(SMALL_TABLES, SEED)
    PAGE.write_text(
        "\n".join(
            [
                ABOUT,
                "| figures of the | tables | cells | hidden | worked out exactly | with bounds |",
                "|---|---|---|---|---|---|",
                *(row for row, _ in of_figures),
                "",
                "Cells are counted once a quantity: the two terms of a rate are two.",
                "",
                "| random tables | tables | cells | too small | hidden beside | worked out exactly "
                "| with bounds |",
                "|---|---|---|---|---|---|---|",
                *rows,
                "",
                f"In {least.tables} small tables, in which an exact search finds the fewest cells "
                f"that would do, {least.beside:,} cells are hidden beside small ones where "
                f"{least.least:,} would do: {least.beside / least.least:.2f} times as many.",
                "",
            ]
        ),
        "utf-8",
    )
    print(PAGE.read_text("utf-8"))
    sys.exit(bool(found or any(count for _, count in of_figures)))


if __name__ == "__main__":
    main()
