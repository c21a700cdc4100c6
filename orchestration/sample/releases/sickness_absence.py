"""Sickness absence: archives, monthly files in two eras, benchmarking, reasons, workbooks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Content, Release, release_day
from orchestration.sample.releases.queries import query
from orchestration.sample.releases.sickness_workbook import SicknessWorkbook
from orchestration.sample.world import World
from orchestration.sample.zip_file import ZipFile

PUBLICATION = "sickness_absence"
LAG_DAYS = 122
# Monthly files carried no integrated care boards before this month.
BOARDS_SINCE = date(2022, 8, 1)
BOARD_COLUMNS = ("ICS_CODE", "ICS_NAME")
RATES_NAME = "NHS Sickness Absence rates CSV, {:%B %Y}.csv"
BENCHMARKING_NAME = "NHS Sickness Absence benchmarking tool CSV, {:%B %Y}.csv"


def releases(world: World) -> Iterator[Release]:
    """All files of the publication, oldest layouts first."""
    scale = world.scale
    yield from _archives()
    if scale.has_benchmarking_archive:
        yield _benchmarking_archive()
    yield _workbook(last_month=date(2022, 2, 1), is_first_release=True)
    for month in world.months(scale.rates_from):
        if month != scale.last_month:
            yield _release(month, RATES_NAME.format(month), _rates(month))
    for month in world.months(scale.benchmarking_from):
        if month != scale.last_month:
            yield _release(month, BENCHMARKING_NAME.format(month), _benchmarking(month))
    for month in world.months(scale.reasons_from):
        name = f"NHS Sickness Absence by reason, staff group and region, {month:%B %Y}.csv"
        reasons = CsvFile(query("sickness_reasons"), {"month": month})
        yield _release(month, name, reasons)
    yield from _latest(world, scale.last_month)


def _latest(world: World, month: date) -> Iterator[Release]:
    """The newest release: both files in one zip, the whole series, and a month that was revised."""
    packed = ZipFile(
        {
            RATES_NAME.format(month): _rates(month),
            BENCHMARKING_NAME.format(month): _benchmarking(month),
        }
    )
    yield _release(month, f"NHS Sickness Absence CSV files, {month:%B %Y}.zip", packed)
    yield _workbook(last_month=month, is_first_release=False)
    revised = world.scale.revised_month
    again = _rates(revised, is_first_release=False)
    yield _release(month, f"NHS Sickness Absence rates CSV, {revised:%B %Y} (revised).csv", again)


def _archives() -> Iterator[Release]:
    hee = CsvFile(
        query("sickness_archive_hee"),
        {"first_month": date(2018, 4, 1), "last_month": date(2020, 3, 1)},
        encoding="utf-8-sig",
    )
    yield _release(date(2020, 3, 1), "ESR_ABSENCE_CSV_HEE.csv", hee)
    nhse = CsvFile(
        query("sickness_archive_nhse"),
        {"first_month": date(2020, 4, 1), "last_month": date(2022, 3, 1)},
    )
    yield _release(date(2022, 3, 1), "ESR_ABSENCE_CSV_NHSE.csv", nhse)


def _benchmarking_archive() -> Release:
    first, last = date(2018, 4, 1), date(2022, 3, 1)
    archive = CsvFile(
        query("sickness_benchmarking_archive"), {"first_month": first, "last_month": last}
    )
    name = f"NHS Sickness Absence benchmarking tool CSV, {first:%B %Y} to {last:%B %Y}.csv"
    return _release(last, name, archive)


def _rates(month: date, *, is_first_release: bool = True) -> CsvFile:
    return CsvFile(
        query("sickness_rates_ics"),
        {"month": month, "is_first_release": is_first_release},
        left_out=() if month >= BOARDS_SINCE else BOARD_COLUMNS,
    )


def _benchmarking(month: date) -> CsvFile:
    return CsvFile(
        query("sickness_benchmarking_ics"),
        {"month": month, "is_first_release": True},
        left_out=() if month >= BOARDS_SINCE else BOARD_COLUMNS,
        line_end="\n",
    )


def _workbook(*, last_month: date, is_first_release: bool) -> Release:
    published_on = release_day(last_month, LAG_DAYS)
    content = SicknessWorkbook(last_month, published_on, is_first_release)
    name = f"NHS Sickness Absence rates, {last_month:%B %Y}.xlsx"
    return Release(PUBLICATION, published_on, name, content)


def _release(month: date, file_name: str, content: Content) -> Release:
    return Release(PUBLICATION, release_day(month, LAG_DAYS), file_name, content)
