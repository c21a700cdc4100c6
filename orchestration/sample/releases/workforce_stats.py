"""Workforce statistics: a packed cumulative file for each of two eras, extracts of roles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Release, release_day
from orchestration.sample.releases.queries import query
from orchestration.sample.world import World
from orchestration.sample.zip_file import ZipFile

PUBLICATION = "workforce_stats"
LAG_DAYS = 90
EXTRACT_LAG_DAYS = 120
# The last month of the files without integrated care boards, which began in July 2022.
LAST_WITHOUT_BOARDS = date(2022, 3, 1)
BOARD_COLUMNS = ("ICS code", "ICS name")


def releases(world: World) -> Iterator[Release]:
    """All files of the publication: each release gives every month anew."""
    for last in world.scale.workforce_releases:
        yield _organisations(last)
    for (month,) in world.rows("select distinct month from role_stocks order by month"):
        yield Release(
            PUBLICATION,
            release_day(month, EXTRACT_LAG_DAYS),
            f"Selected roles by organisation, {month:%B %Y}.csv",
            CsvFile(query("workforce_roles"), {"month": month}),
        )


def _organisations(last: date) -> Release:
    title = f"NHS Workforce Statistics, {last:%B %Y}"
    table = CsvFile(
        query("workforce_organisations"),
        {"last_month": last, "is_first": last == LAST_WITHOUT_BOARDS},
        left_out=BOARD_COLUMNS if last <= LAST_WITHOUT_BOARDS else (),
    )
    packed = ZipFile({f"{title} Staff Group and Organisation.csv": table})
    return Release(PUBLICATION, release_day(last, LAG_DAYS), f"{title} csv files.zip", packed)
