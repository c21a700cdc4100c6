"""Sickness absence: archives, monthly files and, for series that were revised, workbooks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Content, Release
from orchestration.sample.releases.queries import query
from orchestration.sample.releases.sickness_absence import BOARD_COLUMNS, BOARDS_SINCE, PUBLICATION
from orchestration.sample.releases.sickness_workbook import SicknessWorkbook
from orchestration.sample.world import World
from tests.back_tests.as_of import AsOf

# Each archive ends with a month; later months have files of their own.
ARCHIVES = (
    (date(2020, 3, 1), "ESR_ABSENCE_CSV_HEE", "sickness_archive_hee"),
    (date(2022, 3, 1), "ESR_ABSENCE_CSV_NHSE", "sickness_archive_nhse"),
)
SERIES = (1,)


def releases(world: World) -> Iterator[Release]:
    """All files: a workbook where the figure was read in one, days by organisation elsewhere."""
    from_workbooks = {
        day
        for (day,) in world.rows(
            "select distinct cast(published_on as date) from printed_figures"
            " where publication_id = 'sickness_absence' and cited_from like '%Table 1'"
        )
    }
    rows = world.rows("select published_on, month from sickness_totals order by all")
    for published_on, released in groupby(rows, key=itemgetter(0)):
        months = [month for _, month in released]
        if published_on in from_workbooks:
            series = SicknessWorkbook(months[-1], published_on, False, SERIES)
            files: Iterator[tuple[str, Content]] = iter([("Sickness absence rates.xlsx", series)])
        else:
            files = _files(months)
        for name, content in files:
            yield Release(PUBLICATION, published_on, name, AsOf(published_on, content))


def _files(months: list[date]) -> Iterator[tuple[str, Content]]:
    after = date.min
    for until, name, layout in ARCHIVES:
        archived = [month for month in months if after < month <= until]
        if archived:
            span = {"first_month": archived[0], "last_month": archived[-1]}
            yield f"{name}.csv", CsvFile(query(layout), span)
        after = until
    for month in months:
        if month > after:
            rates = CsvFile(
                query("sickness_rates_ics"),
                {"month": month, "is_first_release": False},
                left_out=() if month >= BOARDS_SINCE else BOARD_COLUMNS,
            )
            yield f"NHS Sickness Absence rates CSV, {month:%B %Y}.csv", rates
