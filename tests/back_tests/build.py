"""Builds a home from the files that hold the printed figures: as far as they are compared."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from orchestration.home import Home
from tests.back_tests.releases import all_releases
from tests.back_tests.world import KnownWorld
from tests.private_build import TABLES_ONLY, build_privately

RECEIVED_ON = date(2025, 12, 1)
# Models without their tests: what they hold is compared here, and tested elsewhere.
BUILD = (
    *("--select", "+revisions", "known_values", "stg_wres__indicator_values"),
    *TABLES_ONLY,
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
    landed = land(home.landing)
    report = build_privately(home, RECEIVED_ON, BUILD)
    assert {outcome.status for outcome in report.outcomes} <= {"loaded", "superseded"}
    assert len(report.outcomes) == landed
    return home
