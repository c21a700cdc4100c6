"""Builds a home from the files that hold the printed figures: as far as they are compared."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from orchestration.catalogue import load_catalogue
from orchestration.dbt.runner import run_dbt
from orchestration.home import Home
from orchestration.ingest import load_publication, load_register, receive
from orchestration.lock import exclusive
from tests.back_tests.releases import all_releases
from tests.back_tests.world import KnownWorld

RECEIVED_ON = date(2025, 12, 1)
# Models without their tests: what they hold is compared here, and tested elsewhere.
BUILD = (
    "build",
    *("--select", "+revisions", "known_values", "stg_wres__indicator_values"),
    *("--exclude-resource-type", "test", "--exclude-resource-type", "unit_test"),
)


def land(landing: Path) -> int:
    """Writes every file into its folder of publication and day; returns how many there are."""
    with KnownWorld() as world:
        count = 0
        for release in all_releases(world):
            folder = landing / release.publication_id / release.published_on.isoformat()
            folder.mkdir(parents=True, exist_ok=True)
            release.content.write(world, folder / release.file_name)
            count += 1
    return count


def build(root: Path) -> Home:
    """Lands, receives and loads all files, and runs the models. Fails with what went wrong."""
    home = Home(root).create()
    catalogue = load_catalogue()
    now = datetime.combine(RECEIVED_ON, datetime.min.time(), UTC)
    landed = land(home.landing)
    with exclusive(home.lock, purpose="back tests"):
        report = receive(home, catalogue, today=RECEIVED_ON, now=now)
        refused = [
            f"{outcome.landed_as}: {outcome.reason}"
            for outcome in report.outcomes
            if outcome.status not in ("loaded", "superseded")
        ]
        assert not refused, "files were refused:\n" + "\n".join(refused)
        assert len(report.outcomes) == landed
        load_register(home, catalogue)
        for publication_id in catalogue.publications:
            load_publication(home, catalogue, publication_id)
        results = list(run_dbt(home, BUILD))
    failed = [f"{one.unique_id}: {one.message}" for one in results if not one.is_good]
    assert not failed, "models failed:\n" + "\n".join(failed)
    return home
