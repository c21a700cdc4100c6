"""Turnover: one long benchmarking file a month, older ones packed by quarter; official tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from orchestration.sample.csv_file import CsvFile
from orchestration.sample.release import Content, Release, release_day
from orchestration.sample.releases import national_turnover
from orchestration.sample.releases.queries import query
from orchestration.sample.world import World
from orchestration.sample.zip_file import ZipFile

LAG_DAYS = 92
# This many of the newest months are files of their own.
UNPACKED_MONTHS = 4


def releases(world: World) -> Iterator[Release]:
    """All files of the publication."""
    months = world.months(world.scale.turnover_from)
    for _, quarter in groupby(months[:-UNPACKED_MONTHS], key=_quarter):
        packed = list(quarter)
        name = f"Turnover benchmarking CSV files, {packed[0]:%b-%y} to {packed[-1]:%b-%y}.zip"
        members: dict[str, Content] = {_file_name(month): _file(month) for month in packed}
        yield _release(packed[-1], name, ZipFile(members))
    for month in months[-UNPACKED_MONTHS:]:
        yield _release(month, _file_name(month), _file(month))
    yield from national_turnover.releases(world)


def _quarter(month: date) -> tuple[int, int]:
    return month.year, (month.month - 1) // 3


def _file_name(month: date) -> str:
    return f"Turnover benchmarking 2. Staff group and organisation, monthly, {month:%b-%y}.csv"


def _file(month: date) -> CsvFile:
    return CsvFile(query("turnover_benchmarking"), {"month": month}, line_end="\n")


def _release(month: date, file_name: str, content: Content) -> Release:
    return Release("workforce_turnover", release_day(month, LAG_DAYS), file_name, content)
