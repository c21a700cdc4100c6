"""An edition is withheld while a change is held, and published once somebody acknowledged it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from orchestration.edition import EditionWithheldError, current_edition, publish
from orchestration.edition.acknowledgements import acknowledge, acknowledged
from orchestration.edition.model import Finding
from orchestration.edition.own_record import standing_edition
from orchestration.edition.plan import Hold, compare
from orchestration.edition.plan.gate import RULE
from orchestration.errors import PlainError
from orchestration.home import Home
from tests.unit.plan.figures import Figure
from tests.unit.plan.standing import home_with, rebuild

NOON = datetime(2024, 11, 28, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
STOOD = Figure(5.61)
ABSURD = STOOD.then(9.99)
REASON = "The publisher says that days were lost twice: note of 28 November"


def query(home: Home, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(home.edition), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def standing(tmp_path: Path, figures: Sequence[Figure] = (STOOD,)) -> Home:
    """A home whose edition holds these figures."""
    home = home_with(tmp_path, figures)
    publish(home, run_id="first", now=NOON)
    return home


def only_hold(home: Home) -> Hold:
    """The one thing that is held between the build and the edition."""
    with duckdb.connect() as connection, standing_edition(connection, home) as before:
        connection.execute(f"attach '{home.warehouse}' as build (read_only)")
        (hold,) = compare(
            connection, now="build", before=before, acknowledged=acknowledged(home)
        ).holds
    return hold


def let_through(home: Home, reason: str = REASON) -> Path:
    edition = current_edition(home)
    assert edition is not None
    return acknowledge(
        home,
        only_hold(home),
        reason=reason,
        by="A. Analyst",
        now=LATER,
        edition_id=edition.edition_id,
    )


def gate_of(findings: Sequence[Finding]) -> Finding:
    (finding,) = (one for one in findings if one.rule == RULE)
    return finding


def test_what_is_usual_is_published_and_counted(tmp_path: Path) -> None:
    home = standing(tmp_path)
    rebuild(home, [STOOD.then(5.63)])
    edition = publish(home, run_id="second", now=LATER)
    assert gate_of(edition.findings).is_passed
    assert query(home, "select value from marts.metric_history") == [(5.63,)]
    assert query(home, "from reference.edition_changes") == [
        (edition.edition_id, "looking_after_our_people", "sickness_absence_rate", "revised", 1, 1)
    ]


def test_what_editions_changed_is_kept_from_one_to_the_next(tmp_path: Path) -> None:
    home = standing(tmp_path)
    rebuild(home, [STOOD.then(5.63)])
    publish(home, run_id="second", now=LATER)
    rebuild(home, [STOOD.then(5.63), replace(STOOD, period_end=date(2023, 12, 31))])
    publish(home, run_id="third", now=LATER + timedelta(hours=1))
    assert query(
        home,
        "select run_id, change, cell_count from reference.edition_changes "
        "inner join reference.editions using (edition_id) order by published_at",
    ) == [("second", "revised", 1), ("third", "added", 1)]


def test_what_is_absurd_is_withheld_and_says_how_to_go_on(tmp_path: Path) -> None:
    home = standing(tmp_path)
    rebuild(home, [ABSURD])
    with pytest.raises(EditionWithheldError) as refused:
        publish(home, run_id="second", now=LATER)
    assert query(home, "select value from marts.metric_history") == [(5.61,)]
    edition = current_edition(home)
    assert edition is not None
    assert edition.run_id == "first"
    (withheld,) = edition.withheld_later
    (reason,) = withheld.reasons
    assert f"people-plan plan --acknowledge {only_hold(home).hold_id} " in reason
    assert "5.61 -> 9.99" in reason
    assert gate_of(refused.value.findings).counts["held"] == 1


def test_once_acknowledged_it_is_published_and_on_record_for_good(tmp_path: Path) -> None:
    home = standing(tmp_path)
    rebuild(home, [ABSURD])
    hold = only_hold(home)
    path = let_through(home)
    assert path.parent == home.acknowledgements
    publish(home, run_id="second", now=LATER)
    assert query(home, "select value from marts.metric_history") == [(9.99,)]
    home.warehouse.unlink()
    rebuild(home_with(tmp_path, []), [ABSURD.then(9.98)])
    publish(home, run_id="third", now=LATER + timedelta(hours=1))
    first = "20241128T120000Z-first"
    assert query(home, "select * exclude (largest) from reference.acknowledgements") == [
        (
            hold.hold_id,
            "sickness_absence",
            date(2024, 4, 25),
            "revised",
            1,
            1,
            "more than 0.1 percentage points",
            REASON,
            "A. Analyst",
            LATER.replace(tzinfo=None),
            first,
            hold.contents_hash,
        )
    ]
    ((largest,),) = query(home, "select largest from reference.acknowledgements")
    assert str(largest).endswith("england, E92000001: 5.61 -> 9.99")


def test_an_acknowledgement_does_not_cover_what_comes_later(tmp_path: Path) -> None:
    home = standing(tmp_path)
    rebuild(home, [ABSURD])
    let_through(home)
    rebuild(home, [STOOD.then(8.88)])
    with pytest.raises(EditionWithheldError, match=r"5\.61 -> 8\.88"):
        publish(home, run_id="second", now=LATER)


@pytest.mark.parametrize("reason", ["", "  \n "])
def test_a_reason_is_required(tmp_path: Path, reason: str) -> None:
    home = standing(tmp_path)
    rebuild(home, [ABSURD])
    with pytest.raises(PlainError, match="needs a reason"):
        let_through(home, reason)
    assert not home.acknowledgements.exists()


def test_what_is_on_record_is_never_written_over(tmp_path: Path) -> None:
    home = standing(tmp_path)
    rebuild(home, [ABSURD])
    path = let_through(home)
    written = path.read_bytes()
    with pytest.raises(PlainError, match="acknowledged already"):
        let_through(home, "Another reason")
    assert path.read_bytes() == written
    assert [one.name for one in home.acknowledgements.iterdir()] == [path.name]
    assert json.loads(written)["reason"] == REASON


def test_an_edition_from_before_there_were_plans_is_compared_like_any(tmp_path: Path) -> None:
    home = standing(tmp_path)
    home.edition.chmod(0o644)
    with duckdb.connect(str(home.edition)) as connection:
        connection.execute("drop table reference.edition_changes")
        connection.execute("drop table reference.acknowledgements")
        connection.execute("drop table reference.revision_limits")
    rebuild(home, [STOOD.then(5.63)])
    publish(home, run_id="second", now=LATER)
    assert query(home, "select change from reference.edition_changes") == [("revised",)]
    rebuild(home, [])
    with pytest.raises(EditionWithheldError, match="1 cell lost"):
        publish(home, run_id="third", now=LATER + timedelta(hours=1))
