"""A home with an edition of a few rows that can tell what is fresh, by the real calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from orchestration.catalogue import load_catalogue
from orchestration.catalogue.load import SEEDS
from orchestration.edition import publish
from orchestration.freshness.release_calendar import release_calendar
from orchestration.home import Home
from tests.small_build import small_home

PUBLISHED = datetime(2024, 10, 1, 12, tzinfo=UTC)
CARRIERS = {
    "sickness_absence_rate": ("3", 2, "sickness_absence"),
    "discrimination_at_work": ("10", 9, "nss"),
    "cpd_funding_released": ("14(i)", 13, "hee_cpd"),
}


def edition_with(root: Path, **newest: date) -> Home:
    """A published edition in which each metric named reaches that day; others hold nothing."""
    home = small_home(root)
    fill_reference(home)
    for metric_id, day in newest.items():
        receive_period(home, metric_id, day)
    publish(home, run_id="run-1", now=PUBLISHED)
    return home


def fill_reference(home: Home) -> None:
    """The real calendar, and three metrics with the publications that carry them."""
    calendar = release_calendar(load_catalogue())
    subjects = [
        row
        for metric_id, (label, seq, publication_id) in CARRIERS.items()
        for row in (
            ("metric", metric_id, metric_id, label, seq, publication_id, "https://example.org"),
            ("publication", publication_id, publication_id, None, None, publication_id, None),
        )
    ]
    with duckdb.connect(str(home.warehouse)) as connection:
        connection.register("calendar", calendar)
        connection.execute("insert into reference.release_calendar by name from calendar")
        for seed in ("publication_calendars", "frequencies"):
            connection.execute(
                f"insert into reference.{seed} by name from read_csv($path, nullstr = '')",
                {"path": str(SEEDS / f"{seed}.csv")},
            )
        connection.executemany(
            "insert into reference.freshness_subjects by name select $1 as freshness_level, "
            "$2 as subject_id, $3 as subject_name, $4 as annex_label, $5 as annex_row_seq, "
            "$6 as publication_id, $6 as publication_title, $7 as url, 1 as place",
            subjects,
        )


def receive_period(home: Home, metric_id: str, day: date) -> None:
    """Put a period into the private build: of a metric, and of what carries it."""
    with duckdb.connect(str(home.warehouse)) as connection:
        for level, subject in (("metric", metric_id), ("publication", CARRIERS[metric_id][2])):
            connection.execute(
                "insert into reference.periods_received by name select $level as freshness_level, "
                "$subject as subject_id, $publication as publication_id, $day as period_end, "
                "$day as first_published_on",
                {
                    "level": level,
                    "subject": subject,
                    "publication": CARRIERS[metric_id][2],
                    "day": day,
                },
            )
