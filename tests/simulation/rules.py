"""The seed's calendar rules in plain Python, apart from the real calendar: what is due when."""

from __future__ import annotations

import calendar
import csv
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

MONTHS = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "annual": 12}
LAST_YEAR = 2028
NEVER = date(9999, 12, 31)


@dataclass(frozen=True)
class Due:
    """A period, its usual window of release, and the last day of grace."""

    first_day: date
    last_day: date
    there_from: date
    opens: date
    closes: date
    grace_ends: date


@dataclass(frozen=True)
class Timetable:
    """All that the seed says of one publication."""

    rows: list[dict[str, str]]
    dues: list[Due]

    @property
    def ends(self) -> date:
        """Its last day, far in the future where it has none."""
        return max(_day(row["valid_to"]) or NEVER for row in self.rows)

    def row_on(self, day: date) -> dict[str, str]:
        """What holds on a day."""
        return _row_on(self.rows, day)


@dataclass(frozen=True)
class Reporting:
    """How often a metric is reported."""

    rows: list[dict[str, str]]

    @property
    def ends(self) -> date:
        """The day until which it is."""
        return max(_day(row["valid_to"]) or NEVER for row in self.rows)

    def is_to_be_confirmed(self, day: date) -> bool:
        """Whether no frequency was ever confirmed."""
        return _row_on(self.rows, day)["frequency"] == "tbc"


def timetables(seeds: Path) -> dict[str, Timetable]:
    """Of every publication."""
    lags = {row["publication_id"]: row for row in _rows(seeds / "publications.csv")}
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in _rows(seeds / "publication_calendars.csv"):
        of_publication = lags[row["publication_id"]]
        for lag in ("lag_days_min", "lag_days_max"):
            row[lag] = row[lag] or of_publication[lag]
        found[row["publication_id"]].append(row)
    return {
        name: Timetable(rows, [due for row in rows for due in _dues(row)])
        for name, rows in found.items()
    }


def reporting(seeds: Path) -> dict[str, Reporting]:
    """Of every metric."""
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in _rows(seeds / "frequencies.csv"):
        found[row["metric_id"]].append(row)
    return {name: Reporting(rows) for name, rows in found.items()}


def _dues(row: dict[str, str]) -> list[Due]:
    begins, ends = date.fromisoformat(row["valid_from"]), _day(row["valid_to"]) or NEVER
    spans: list[tuple[date, date]] = []
    if row["period_days"]:
        length, first = timedelta(days=int(row["period_days"])), begins
        while first + length - timedelta(days=1) <= min(ends, date(LAST_YEAR, 12, 31)):
            spans.append((first, first + length - timedelta(days=1)))
            first += length
    for year in range(begins.year, LAST_YEAR + 1):
        for month in map(int, filter(None, row["period_end_months"].split("|"))):
            last = date(year, month, calendar.monthrange(year, month)[1])
            if begins <= last <= ends:
                spans.append((_months_earlier(last, MONTHS[row["cadence"]]), last))
    return [_due(row, first, last) for first, last in sorted(spans)]


def _due(row: dict[str, str], first: date, last: date) -> Due:
    closes = last + timedelta(days=int(row["lag_days_max"]))
    return Due(
        first,
        last,
        there_from=first if row["is_met_by"] == "any_day" else last,
        opens=last + timedelta(days=int(row["lag_days_min"])),
        closes=closes,
        grace_ends=closes + timedelta(days=int(row["grace_days"])),
    )


def _months_earlier(last: date, months: int) -> date:
    """The first day of so many whole months that end on `last`."""
    month = last.year * 12 + last.month - months
    return date(month // 12, month % 12 + 1, 1)


def _row_on(rows: list[dict[str, str]], day: date) -> dict[str, str]:
    begun = [row for row in rows if date.fromisoformat(row["valid_from"]) <= day]
    return begun[-1] if begun else rows[0]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
