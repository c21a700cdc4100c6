"""What landed files start: one run for what changed, nothing for copies, nothing twice."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

import dagster as dg
import duckdb
import pytest

from orchestration.catalogue import Catalogue, load_catalogue
from orchestration.clock import NOW_VARIABLE
from orchestration.edition import present_inputs
from orchestration.edition.ledger import (
    IN_NO_TABLE,
    note_loaded,
    note_modelled,
    note_refused,
)
from orchestration.freshness.files_held import files_held
from orchestration.freshness.sensors import landing_sensor
from orchestration.home import HOME_VARIABLE, Home
from orchestration.ingest import open_register, receive
from tests.unit.ingest.homes import NOW, TODAY, land
from tests.unit.ingest.made import as_csv, cells, monthly

APRIL = "sickness_absence/2024-08-29/april.csv"
MAY = "sickness_absence/2024-09-26/may.csv"
HOLD = """
import sys, time
from pathlib import Path
from orchestration.lock import exclusive
with exclusive(Path(sys.argv[1]), purpose="a long build"):
    print("held", flush=True)
    time.sleep(600)
"""


def following(publications: Collection[str]) -> list[dg.AssetKey]:
    return [dg.AssetKey(["raw", one]) for one in ("files", *publications)]


class Watch:
    """The landing sensor of a home, its cursor kept from tick to tick as the daemon does."""

    def __init__(self, home: Home, quiet_seconds: float = 0) -> None:
        self.home, self.catalogue = home, load_catalogue()
        self.sensor = landing_sensor(
            self.catalogue, "build", following, quiet_seconds=quiet_seconds
        )
        self.cursor: str | None = None
        self.skipped: str | None = None

    def tick(self) -> list[dg.RunRequest]:
        context = dg.build_sensor_context(
            instance=dg.DagsterInstance.ephemeral(), cursor=self.cursor
        )
        found = self.sensor.evaluate_tick(context)
        self.cursor, self.skipped = found.cursor, found.skip_message
        return list(found.run_requests or ())

    def asked_for(self) -> list[list[str]]:
        """The assets of each run that a tick asks for, without their schema."""
        return [[key.path[-1] for key in one.asset_selection or ()] for one in self.tick()]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home whose last build was made of everything that it then held."""
    home = Home(tmp_path).create()
    monkeypatch.setenv(HOME_VARIABLE, str(home.root))
    monkeypatch.setenv(NOW_VARIABLE, "2024-10-01T12:00")
    build(home, load_catalogue())
    return home


def build(home: Home, catalogue: Catalogue) -> None:
    """Note in the ledger what a whole build notes."""
    receive(home, catalogue, today=TODAY, now=NOW)
    with open_register(home, catalogue) as register:
        held = files_held(register)
    present = present_inputs(home, catalogue)
    note_refused(home, held.get(IN_NO_TABLE))
    for publication_id, hashed in present.publications.items():
        note_loaded(home, publication_id, hashed, held.get(publication_id))
    note_modelled(home, present.publications, code=present.code, is_everything=True)


def test_a_new_file_starts_one_run_for_its_publication(home: Home) -> None:
    watch = Watch(home)
    assert watch.asked_for() == []
    land(home, APRIL, monthly())
    assert watch.asked_for() == [["files", "sickness_absence"]]
    assert watch.asked_for() == []
    assert watch.skipped == "Nothing has landed since the last look."


def test_a_run_says_what_started_it(home: Home) -> None:
    land(home, APRIL, monthly())
    (run,) = Watch(home).tick()
    assert run.tags["people_plan/started_by"] == "landing"
    assert run.tags["people_plan/publications"] == "sickness_absence"


def test_two_publications_that_arrive_together_are_one_run(home: Home) -> None:
    watch = Watch(home)
    land(home, APRIL, monthly())
    land(home, "pcn_workforce/2021-08-26/posts.csv", as_csv(cells("pcn_individual")))
    assert watch.asked_for() == [["files", "pcn_workforce", "sickness_absence"]]


def test_a_loose_file_starts_its_own_publication(home: Home) -> None:
    land(home, "downloads/whatever.csv", monthly())
    assert Watch(home).asked_for() == [["files", "sickness_absence"]]


def test_a_file_in_the_wrong_folder_starts_the_publication_of_its_content(home: Home) -> None:
    land(home, "nss/2024-08-29/april.csv", monthly())
    assert Watch(home).asked_for() == [["files", "sickness_absence"]]


def test_a_copy_starts_nothing(home: Home) -> None:
    watch = Watch(home)
    land(home, APRIL, monthly())
    watch.tick()
    land(home, "sickness_absence/2024-08-29/the same again.csv", monthly())
    assert watch.asked_for() == []
    assert watch.skipped == "1 arrivals, none of which changes a table."


def test_a_copy_with_an_earlier_day_changes_when_it_was_published(home: Home) -> None:
    watch = Watch(home)
    land(home, APRIL, monthly())
    watch.tick()
    land(home, "sickness_absence/2024-08-01/april.csv", monthly())
    assert watch.asked_for() == [["files", "sickness_absence"]]


def test_a_refused_file_is_shown_and_rebuilds_no_publication(home: Home) -> None:
    watch = Watch(home)
    land(home, APRIL, "nothing,that,anybody\r\nwould,know,of\r\n")
    (run,) = watch.tick()
    assert [key.path[-1] for key in run.asset_selection or ()] == ["files"]
    assert run.tags["people_plan/publications"] == "none: refused files"
    assert watch.asked_for() == []


def test_what_failed_is_not_asked_for_again_until_a_file_comes(home: Home) -> None:
    watch = Watch(home)
    land(home, APRIL, monthly())
    assert watch.asked_for() == [["files", "sickness_absence"]]
    touch_the_build(home)
    assert watch.asked_for() == []
    land(home, MAY, monthly("31/05/2024"))
    assert watch.asked_for() == [["files", "sickness_absence"]]


def test_what_a_failed_run_left_undone_is_taken_along(home: Home) -> None:
    watch = Watch(home)
    land(home, APRIL, monthly())
    watch.tick()
    touch_the_build(home)
    land(home, "pcn_workforce/2021-08-26/posts.csv", as_csv(cells("pcn_individual")))
    assert watch.asked_for() == [["files", "pcn_workforce", "sickness_absence"]]


def test_what_a_command_built_is_not_built_again(home: Home) -> None:
    watch = Watch(home)
    land(home, APRIL, monthly())
    build(home, watch.catalogue)
    assert watch.asked_for() == []


def test_a_lost_cursor_starts_nothing_that_stands(home: Home) -> None:
    land(home, APRIL, monthly())
    build(home, load_catalogue())
    assert Watch(home).asked_for() == []


def test_other_code_than_the_last_build_rebuilds_everything(home: Home) -> None:
    note_modelled(home, [], code="of yesterday", is_everything=True)
    land(home, APRIL, monthly())
    (run,) = Watch(home).tick()
    assert run.asset_selection is None


def test_it_waits_while_files_are_written(home: Home) -> None:
    watch = Watch(home, quiet_seconds=3600)
    land(home, APRIL, monthly())
    assert watch.asked_for() == []
    assert watch.skipped == "Files are arriving; it waits until landing is quiet."


def test_it_waits_for_whoever_holds_the_warehouse(home: Home) -> None:
    watch = Watch(home)
    land(home, APRIL, monthly())
    with subprocess.Popen([sys.executable, "-c", HOLD, home.lock], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        assert watch.asked_for() == []
        assert watch.skipped is not None
        assert "a long build" in watch.skipped
        other.kill()
    assert watch.asked_for() == [["files", "sickness_absence"]]


def test_files_that_take_too_long_are_read_in_the_next_ticks(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("orchestration.freshness.sensors.READING_SECONDS", -1)
    watch = Watch(home)
    land(home, APRIL, monthly())
    assert watch.asked_for() == []
    assert watch.skipped == "1 files are still to be read; it goes on."
    monkeypatch.undo()
    monkeypatch.setenv(HOME_VARIABLE, str(home.root))
    assert watch.asked_for() == [["files", "sickness_absence"]]


def test_the_cursor_names_each_publication_once(home: Home) -> None:
    watch = Watch(home)
    land(home, APRIL, monthly())
    watch.tick()
    assert set(json.loads(watch.cursor or "")["asked"]) == {"sickness_absence"}


def touch_the_build(home: Home) -> None:
    with duckdb.connect(str(home.warehouse)) as connection:
        connection.execute("create or replace table touched as select 1")
