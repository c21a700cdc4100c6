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


def releases(world: World) -> Iterator[Release]:
    """All files of the publication: each release gives every month anew."""
    last = max(world.scale.workforce_months)
    yield _organisations(LAST_WITHOUT_BOARDS, left_out=("ICS code", "ICS name"), is_first=True)
    yield _organisations(last, left_out=(), is_first=False)
    for (month,) in world.rows("select distinct month from role_stocks order by month"):
        yield Release(
            PUBLICATION,
            release_day(month, EXTRACT_LAG_DAYS),
            f"Selected roles by organisation, {month:%B %Y}.csv",
            CsvFile(query("workforce_roles"), {"month": month}),
        )


def _organisations(last: date, *, left_out: tuple[str, ...], is_first: bool) -> Release:
    title = f"NHS Workforce Statistics, {last:%B %Y}"
    table = CsvFile(
        query("workforce_organisations"),
        {"last_month": last, "is_first": is_first},
        left_out=left_out,
    )
    packed = ZipFile({f"{title} Staff Group and Organisation.csv": table})
    return Release(PUBLICATION, release_day(last, LAG_DAYS), f"{title} csv files.zip", packed)
