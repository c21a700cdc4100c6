"""Builds a home without Dagster and without suites: what lies in its landing folder, and dbt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from orchestration.catalogue import load_catalogue
from orchestration.dbt.runner import run_dbt
from orchestration.freshness.release_calendar import load_release_calendar
from orchestration.home import Home
from orchestration.ingest import ReceiveReport, load_publications, load_register, receive
from orchestration.lock import exclusive

TAKEN = {"loaded", "superseded", "duplicate"}
TABLES_ONLY = ("--exclude-resource-type", "test", "--exclude-resource-type", "unit_test")
# The arithmetic of models is the same in every home: test_arithmetic holds them to it once.
NO_UNIT_TESTS = ("--exclude-resource-type", "unit_test")


def build_privately(home: Home, today: date, options: Sequence[str]) -> ReceiveReport:
    """Receives, loads and runs `dbt build` with these options. Fails with what went wrong."""
    catalogue = load_catalogue()
    now = datetime.combine(today, datetime.min.time(), UTC)
    with exclusive(home.create().lock, purpose="tests"):
        report = receive(home, catalogue, today=today, now=now)
        refused = [
            f"{outcome.landed_as}: {outcome.reason}"
            for outcome in report.outcomes
            if outcome.status not in TAKEN
        ]
        assert not refused, "files were refused:\n" + "\n".join(refused)
        load_register(home, catalogue)
        load_release_calendar(home, catalogue)
        load_publications(home, catalogue, catalogue.publications)
        results = list(run_dbt(home, ["build", *options]))
    failed = [f"{one.unique_id}: {one.message}" for one in results if not one.is_good]
    assert not failed, "dbt failed:\n" + "\n".join(failed)
    return report
