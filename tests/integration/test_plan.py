"""From one release to the next through the command line: planned, published, held, acknowledged."""

from __future__ import annotations

import itertools
import json
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import dagster as dg
import pytest

from orchestration.assets.edition import EDITION
from orchestration.edition import current_edition
from orchestration.edition.plan.gate import RULE
from orchestration.home import Home
from orchestration.instance import prepare_instance
from orchestration.sample.releases.sickness_workbook import SicknessWorkbook
from tests.back_tests.as_of import AsOf
from tests.back_tests.world import KnownWorld
from tests.conftest import people_plan, succeeded

FIRST, REVISED, ABSURD = date(2022, 7, 31), date(2025, 10, 31), date(2025, 11, 27)
LAST_MONTH = date(2022, 2, 1)
BY_REGION = (1,)
MINUTES = itertools.count()
# What the publisher printed of England and its months, in the first release and in the later one.
KNOWN = {
    "2021-10-31": (5.66, 5.68),
    "2021-11-30": (5.59, 5.61),
    "2021-12-31": (6.17, 6.20),
    "2022-01-31": (6.69, 6.72),
    "2022-02-28": (5.61, 5.63),
}
DOUBLED = """
update sickness_totals set lost = 2 * lost, trusts_lost = 2 * trusts_lost
where month = date '2021-10-01'
"""
REASON = "Days of October were counted twice until now: note of the publisher"
RATES = """
select period_end, value from marts.metric_history
where
    is_current and geography_level = 'england' and breakdown_type = 'all'
    and measure_id = 'sickness_absence_rate_trusts' and period_type = 'calendar_month'
order by period_end
"""


@pytest.fixture(scope="module")
def world() -> Iterator[KnownWorld]:
    with KnownWorld() as opened:
        yield opened


def land(world: KnownWorld, home: Home, known_on: date, published_on: date) -> None:
    """The workbook of a day, with the figures known on a day."""
    folder = home.landing / "sickness_absence" / published_on.isoformat()
    folder.mkdir(parents=True)
    workbook = SicknessWorkbook(LAST_MONTH, published_on, False, BY_REGION)
    AsOf(known_on, workbook).write(world, folder / "Sickness absence rates.xlsx")


def run(home: Home, *arguments: str) -> subprocess.CompletedProcess[str]:
    # Minutes of one day: what speaks of the day is made again on the next.
    moment = f"2025-12-01T12:{next(MINUTES):02d}:00"
    return people_plan(home.root, *arguments, PEOPLE_PLAN_NOW=moment)


def said_by(home: Home, *arguments: str) -> str:
    answer = run(home, *arguments)
    succeeded(answer)
    return answer.stdout


def asked(home: Home, *arguments: str) -> Any:
    return json.loads(said_by(home, *arguments))


def rates(home: Home) -> dict[str, float]:
    rows = asked(home, "sql", RATES, "--format", "json")
    return {row["period_end"]: row["value"] for row in rows}


def check_metadata(home: Home) -> Any:
    """What the Dagster UI shows beside the last result of the gate."""
    key = dg.AssetCheckKey(EDITION, RULE)
    with prepare_instance(home) as instance:
        record = instance.event_log_storage.get_latest_asset_check_execution_by_key([key])[key]
    assert record.event is not None
    assert record.event.dagster_event is not None
    return record.event.dagster_event.asset_check_evaluation_data.metadata


@pytest.mark.slow
def test_a_revision_is_planned_published_held_and_acknowledged(
    world: KnownWorld, parsed: Home
) -> None:
    home = parsed
    home.create()
    land(world, home, FIRST, FIRST)
    said_by(home, "build")
    assert rates(home) == {month: first for month, (first, _) in KNOWN.items()}
    assert said_by(home, "plan").endswith("Nothing new: the edition holds all that was landed.\n")

    # What the publisher did in October 2025: usual, so that it passes.
    land(world, home, REVISED, REVISED)
    plan = asked(home, "plan", "--json", "--limit", "100")
    assert plan["holds"] == []
    assert {one["change"] for one in plan["counts"]} == {"revised"}
    assert {
        one["period_end"]: (one["former_value"], one["value"], one["published_on"])
        for one in plan["largest"]
        if one["geography_level"] == "england"
    } == {month: (*pair, "2025-10-31") for month, pair in KNOWN.items()}
    assert rates(home) == {month: first for month, (first, _) in KNOWN.items()}
    built = said_by(home, "build")
    assert [line[:20] for line in built.splitlines() if line[:1] == "+"] == ["+ edition: 1 tables,"]
    assert rates(home) == {month: revised for month, (_, revised) in KNOWN.items()}

    # And what nobody should publish unseen: October doubled.
    world.connection.execute(DOUBLED)
    land(world, home, REVISED, ABSURD)
    withheld = run(home, "build")
    assert withheld.returncode == 1
    (hold,) = asked(home, "plan", "--json")["holds"]
    assert (hold["publication_id"], hold["published_on"]) == ("sickness_absence", "2025-11-27")
    assert (hold["change"], hold["england_count"]) == ("revised", 1)
    largest = hold["largest"][0]
    assert (largest["former_value"], largest["value"]) == (5.68, 11.36)
    said = " ".join(withheld.stdout.split())
    assert f"people-plan plan --acknowledge {hold['hold_id']} --reason" in said
    assert rates(home)["2021-10-31"] == 5.68
    edition = current_edition(home)
    assert edition is not None
    assert len(edition.withheld_later) == 1
    shown = check_metadata(home)
    assert (shown["revised"].value, shown["lost"].value) == (hold["cell_count"], 0)
    assert shown["held"].value == hold["cell_count"]
    assert "england, E92000001: 5.68 -> 11.36" in shown["largest"].value

    blank = run(home, "plan", "--acknowledge", hold["hold_id"], "--reason", " ")
    assert (blank.returncode, "needs a reason" in blank.stderr) == (2, True)
    stranger = run(home, "plan", "--acknowledge", "nothing", "--reason", REASON)
    assert stranger.returncode == 2
    assert stranger.stderr.splitlines() == [
        "Not held: nothing.",
        f"What is held: {hold['hold_id']}.",
    ]
    why = ("--reason", REASON, "--by", "A. Analyst")
    said_by(home, "plan", "--acknowledge", hold["hold_id"], *why)
    said_by(home, "build")
    assert rates(home)["2021-10-31"] == 11.36
    assert asked(home, "sql", "from reference.acknowledgements", "--format", "json")[0] | {
        "largest": "",
        "acknowledged_at": "",
    } == {
        **{name: hold[name] for name in ("hold_id", "publication_id", "published_on", "change")},
        **{name: hold[name] for name in ("cell_count", "england_count", "held_as")},
        "largest": "",
        "reason": REASON,
        "acknowledged_by": "A. Analyst",
        "acknowledged_at": "",
        "edition_id": edition.edition_id,
        "contents_hash": hold["contents_hash"],
    }


def test_what_belongs_to_an_acknowledgement_does_not_stand_alone(tmp_path: Path) -> None:
    answer = people_plan(tmp_path, "plan", "--reason", REASON)
    assert answer.returncode == 2
    assert "--acknowledge HOLD_ID" in answer.stderr


def test_what_was_never_built_holds_nothing(tmp_path: Path) -> None:
    answer = people_plan(tmp_path, "plan", "--acknowledge", "some-hold", "--reason", REASON)
    assert answer.returncode == 2
    assert answer.stderr.startswith("Not held: some-hold.")
