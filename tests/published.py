"""Lands the real published files, which stay outside the project, in a test's home."""

from __future__ import annotations

import calendar
import os
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

PUBLISHED = Path(__file__).resolve().parents[2] / "shared" / "published"
MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
SICKNESS_LAG = timedelta(days=120)

needs_published_files = pytest.mark.skipif(
    not PUBLISHED.is_dir(),
    reason=f"the published files are not beside this checkout ({PUBLISHED.name}/ was not found)",
)

# The files do not say when they were published: the release's day where it is known, else the
# publication's usual lag.
RELEASES: dict[str, tuple[str, date]] = {
    "sickness_absence_workbook/*": ("sickness_absence", date(2022, 7, 28)),
    "turnover/*": ("workforce_turnover", date(2026, 1, 29)),
    "pcn_workforce/*": ("pcn_workforce", date(2022, 7, 28)),
    "nationality/*.xlsx": ("workforce_turnover_nationality", date(2018, 9, 27)),
    "nationality/*.csv": ("workforce_turnover_nationality", date(2017, 9, 21)),
    "ethnicity_workforce/*": ("workforce_equality", date(2022, 10, 27)),
    "staff_survey/*": ("nss", date(2019, 2, 26)),
    "ods/etr_2022-03*": ("ods", date(2022, 3, 31)),
    "ods/etr_2025*": ("ods", date(2025, 8, 29)),
    "ods/trust_succession*": ("ods", date(2022, 10, 28)),
    "ods/icb_names*": ("ods", date(2024, 12, 31)),
}


def published_releases() -> list[tuple[Path, str, date]]:
    """Every published data file with its publication and the day taken as its publication date."""
    dated = [
        (path, publication, day)
        for pattern, (publication, day) in RELEASES.items()
        for path in sorted(PUBLISHED.glob(pattern))
    ]
    monthly = [
        (path, "sickness_absence", _month_end(path.name) + SICKNESS_LAG)
        for folder in ("sickness_absence_rates", "sickness_absence_benchmarking")
        for path in sorted((PUBLISHED / folder).glob("*.csv"))
    ]
    return dated + monthly


def land_published(landing: Path) -> int:
    """Hard-links every published file into `landing/<publication>/<day>/`; returns how many."""
    releases = published_releases()
    for path, publication, day in releases:
        folder = landing / publication / day.isoformat()
        folder.mkdir(parents=True, exist_ok=True)
        _link_or_copy(path, folder / path.name)
    return len(releases)


def _link_or_copy(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:
        target.write_bytes(source.read_bytes())


def _month_end(name: str) -> date:
    numeric = re.search(r"(\d{4})-(\d{2})", name)
    if numeric:
        year, month = int(numeric[1]), int(numeric[2])
    else:
        worded = re.search(rf"({'|'.join(MONTHS)}) (\d{{4}})", name.lower())
        assert worded, f"no month in the name {name}"
        year, month = int(worded[2]), MONTHS[worded[1]]
    return date(year, month, calendar.monthrange(year, month)[1])
