"""What the history of figures costs: marts with every vintage against marts of the latest alone.

`make bench` prints how long both take, in turns on one machine, and the ratio.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

import duckdb

from orchestration.home import Home
from tests.replay import HISTORY, Replay

CHAPTERS = tuple(
    f"model.people_plan.{name}"
    for name in (
        "looking_after_our_people",
        "belonging_in_the_nhs",
        "new_ways_of_working_and_delivering_care",
        "growing_for_the_future",
        "scorecard",
    )
)
ROUNDS = 3


class EveryVintage(Replay):
    """All files, and what tells of their vintages."""

    targets = (*CHAPTERS, HISTORY, "model.people_plan.revisions")

    def lay(self, table: str) -> bool:
        """Takes every row."""
        self.connection.execute(f"create view warehouse.{table} as from built.{table}")
        return True


class LatestAlone(Replay):
    """Only the files of which a current figure comes, and no history."""

    targets = CHAPTERS

    def lay(self, table: str) -> bool:
        """Leaves out files that nothing current comes from; reference data have no figures."""
        is_figures = not table.startswith(("raw.ods__", "raw.files", "raw.file_arrivals"))
        rows = (
            "where file_id in (select file_id from built.marts.metric_history where is_current)"
            if is_figures and self._has_figures(table)
            else ""
        )
        self.connection.execute(f"create view warehouse.{table} as from built.{table} {rows}")
        return True

    def _has_figures(self, table: str) -> bool:
        return self.connection.execute(
            f"""
            select count(*) from built.{table}
            where file_id in (select file_id from built.marts.metric_history)
            """
        ).fetchone() != (0,)


def seconds(replay: Replay) -> float:
    """How long it takes to make the targets."""
    began = time.perf_counter()
    with replay:
        return time.perf_counter() - began


def main() -> None:
    """Compare on the home given, or the one of the environment."""
    home = Home(Path(sys.argv[1])) if len(sys.argv) > 1 else Home.from_environment()
    with duckdb.connect(str(home.warehouse), read_only=True) as connection:
        vintages, current = connection.execute(
            "select count(*), count(*) filter (is_current) from marts.metric_history"
        ).fetchall()[0]
    rounds = [(seconds(EveryVintage(home)), seconds(LatestAlone(home))) for _ in range(ROUNDS)]
    every, latest = (statistics.median(column) for column in zip(*rounds, strict=True))
    print(f"{vintages:,} vintages {every:6.1f} s")
    print(f"{current:,} current  {latest:6.1f} s")
    print(f"ratio {every / latest:.2f}")


if __name__ == "__main__":
    main()
