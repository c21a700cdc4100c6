"""The impact tracker: one file a quarter, and a month later one with corrected entries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Release
from orchestration.sample.releases.queries import query
from orchestration.sample.world import World

LAGS = ((False, timedelta(days=21)), (True, timedelta(days=52)))
PERIODS = """
select period_start, period_end, bool_or(is_corrected)
from outcome_reports group by all order by all
"""


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    for start, end, has_corrections in world.rows(PERIODS):
        for is_correction, lag in LAGS:
            if has_corrections or not is_correction:
                yield _release(start, end + lag, is_correction=is_correction)


def _release(period_start: date, published_on: date, *, is_correction: bool) -> Release:
    content = CsvFile(
        query("tracker_entries"),
        {"period_start": period_start, "is_correction": is_correction},
        line_end="\n",
    )
    kind = "corrections" if is_correction else "entries"
    return Release(
        "ahsn_tracker", published_on, f"impact_tracker_{kind}_{period_start:%Y_%m}.csv", content
    )
