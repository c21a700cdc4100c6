"""Editions: published whole or not at all, audited, compact, and telling their own history."""

from __future__ import annotations

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from orchestration.edition import (
    EditionWithheldError,
    Inputs,
    current_edition,
    publish,
    recorded_inputs,
    withhold,
)
from orchestration.edition.audit import REQUIRED
from orchestration.edition.contents import Described
from orchestration.edition.ledger import (
    built_inputs,
    doubt_models,
    note_loaded,
    note_modelled,
)
from orchestration.home import Home
from tests.small_build import fill, small_home

NOON = datetime(2024, 11, 28, 12, tzinfo=UTC)


def query(home: Home, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(home.edition), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def test_an_edition_is_the_marts_and_its_own_record(tmp_path: Path) -> None:
    home = small_home(tmp_path)
    edition = publish(home, run_id="run-1", now=NOON)
    assert query(home, "select value from marts.scorecard") == [(4.76,)]
    assert query(home, "select edition_id, status, run_id from reference.editions") == [
        ("20241128T120000Z-run-1", "published", "run-1")
    ]
    its_own_record = ("editions", "edition_changes", "acknowledgements")
    assert edition.table_count == sum(map(len, REQUIRED.values())) + len(its_own_record)
    assert all(finding.is_passed for finding in edition.findings)
    found = current_edition(home)
    assert found is not None
    assert (found.edition_id, found.fingerprint) == (edition.edition_id, edition.fingerprint)


def test_the_file_is_read_only_complete_and_readable_by_older_clients(tmp_path: Path) -> None:
    home = small_home(tmp_path)
    publish(home, run_id="run-1", now=NOON)
    assert not home.edition.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    assert list(tmp_path.glob("*.wal")) == []
    # The storage version is in the file's header, after its checksum, the mark and 64 bits.
    header = home.edition.read_bytes()[:64]
    assert header[8:12] == b"DUCK"
    assert int.from_bytes(header[12:20], "little") <= 65
    withhold(home, run_id="run-2", now=NOON, reasons=["why"])
    assert int.from_bytes(home.edition.read_bytes()[12:20], "little") <= 65


def test_parquet_beside_it_holds_the_same(tmp_path: Path) -> None:
    home = small_home(tmp_path)
    publish(home, run_id="run-1", now=NOON)
    parquet = home.editions / "current" / "marts" / "scorecard.parquet"
    assert query(home, f"select value from read_parquet('{parquet}')") == [(4.76,)]


def test_descriptions_travel_with_the_file(tmp_path: Path) -> None:
    home = small_home(tmp_path)
    scorecard = Described("England's figures.", {"value": "The figure, isn't it?", "gone": "no"})
    publish(home, run_id="run-1", now=NOON, descriptions={("marts", "scorecard"): scorecard})
    assert query(home, "select comment from duckdb_tables() where table_name = 'scorecard'") == [
        ("England's figures.",)
    ]
    assert query(
        home,
        "select comment from duckdb_columns() "
        "where table_name = 'scorecard' and column_name = 'value'",
    ) == [("The figure, isn't it?",)]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([(None, None, False, "aa")], "missing without a status in 1 rows of marts.belonging"),
        ([(None, "observed", False, "aa")], "missing without a status"),
        ([(1.0, "observed", False, "aa"), (2.0, "observed", True, "bb")], "synthetic rows beside"),
    ],
)
def test_a_failed_audit_keeps_the_old_edition_and_says_why(
    tmp_path: Path, rows: list[tuple[float | None, str | None, bool, str | None]], reason: str
) -> None:
    home = small_home(tmp_path)
    publish(home, run_id="good", now=NOON)
    fill(home, *rows)
    with pytest.raises(EditionWithheldError, match=reason):
        publish(home, run_id="bad", now=NOON + timedelta(hours=1))
    assert query(home, "select value from marts.scorecard") == [(4.76,)]
    standing = current_edition(home)
    assert standing is not None
    assert standing.run_id == "good"
    (withheld,) = standing.withheld_later
    assert withheld.run_id == "bad"
    assert reason in " ".join(withheld.reasons)
    assert list(home.editions.glob(".*.draft")) == []


def test_a_mixture_can_be_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = small_home(tmp_path, (1.0, "observed", False, "aa"), (2.0, "observed", True, "bb"))
    monkeypatch.setenv("PEOPLE_PLAN_MIX_SYNTHETIC", "1")
    assert publish(home, run_id="run-1", now=NOON).status == "published"


def test_rows_without_a_file_are_neither_synthetic_nor_published(tmp_path: Path) -> None:
    home = small_home(tmp_path, (1.0, "observed", True, "aa"), (None, "not_collected", False, None))
    assert publish(home, run_id="run-1", now=NOON).status == "published"


def test_a_missing_mart_is_named(tmp_path: Path) -> None:
    home = small_home(tmp_path)
    with duckdb.connect(str(home.warehouse)) as connection:
        connection.execute("drop table marts.metric_history")
    with pytest.raises(EditionWithheldError, match=r"lacks marts\.metric_history"):
        publish(home, run_id="run-1", now=NOON)
    assert current_edition(home) is None


def test_withholding_is_written_down_once_a_run(tmp_path: Path) -> None:
    home = small_home(tmp_path)
    publish(home, run_id="good", now=NOON)
    for _ in range(2):
        withhold(home, run_id="bad", now=NOON + timedelta(hours=1), reasons=["dbt failed", "twice"])
    standing = current_edition(home)
    assert standing is not None
    assert [one.reasons for one in standing.withheld_later] == [("dbt failed", "twice")]
    assert list(tmp_path.glob(".people_plan*")) == []


def test_withholding_before_the_first_edition_leaves_nothing(tmp_path: Path) -> None:
    home = small_home(tmp_path)
    assert withhold(home, run_id="bad", now=NOON, reasons=["why"]) is None
    assert not home.edition.exists()


def test_history_survives_and_the_last_five_are_kept(tmp_path: Path) -> None:
    home = small_home(tmp_path)
    for hour in range(7):
        publish(home, run_id=f"run-{hour}", now=NOON + timedelta(hours=hour))
    withhold(home, run_id="bad", now=NOON + timedelta(hours=8), reasons=["why"])
    publish(home, run_id="last", now=NOON + timedelta(hours=9))
    assert query(
        home, "select count(*), count(*) filter (status = 'withheld') from reference.editions"
    ) == [(9, 1)]
    kept = [path.name for path in home.editions.iterdir() if not path.name.startswith((".", "cur"))]
    assert len(kept) == 5
    standing = current_edition(home)
    assert standing is not None
    assert standing.withheld_later == ()
    assert (home.editions / "current").resolve().name == standing.edition_id


def test_whoever_has_the_old_edition_open_keeps_it(tmp_path: Path) -> None:
    home = small_home(tmp_path)
    publish(home, run_id="old", now=NOON)
    with home.edition.open("rb") as opened:
        before = opened.read()
        fill(home, (5.2, "observed", False, "bb"))
        publish(home, run_id="new", now=NOON + timedelta(hours=1))
        opened.seek(0)
        assert opened.read() == before
    assert query(home, "select value from marts.scorecard") == [(5.2,)]


def test_a_stale_log_beside_the_edition_is_removed(tmp_path: Path) -> None:
    home = small_home(tmp_path)
    stale = tmp_path / "people_plan.duckdb.wal"
    stale.write_bytes(b"left by a client that died")
    publish(home, run_id="run-1", now=NOON)
    assert not stale.exists()
    assert query(home, "select value from marts.scorecard") == [(4.76,)]


def test_the_ledger_knows_nothing_at_first(tmp_path: Path) -> None:
    assert built_inputs(small_home(tmp_path)) == Inputs()
    assert built_inputs(Home(tmp_path / "elsewhere")) == Inputs()


def test_the_ledger_claims_only_what_was_modelled(tmp_path: Path) -> None:
    home = small_home(tmp_path)
    note_loaded(home, "nss", "1")
    assert built_inputs(home) == Inputs()
    note_modelled(home, ["nss"], code="c", is_everything=True)
    assert built_inputs(home) == Inputs("c", {"nss": "1"})


def test_loading_other_files_puts_their_models_in_doubt(tmp_path: Path) -> None:
    home = small_home(tmp_path)
    for publication_id in ("nss", "ods"):
        note_loaded(home, publication_id, "1")
    note_modelled(home, ["nss", "ods"], code="c", is_everything=True)
    note_loaded(home, "nss", "2")
    note_loaded(home, "ods", "1")
    assert built_inputs(home) == Inputs("c", {"ods": "1"})


def test_a_part_built_with_other_code_puts_the_whole_in_doubt(tmp_path: Path) -> None:
    home = small_home(tmp_path)
    note_loaded(home, "nss", "1")
    note_modelled(home, ["nss"], code="c", is_everything=True)
    doubt_models(home, "d")
    note_modelled(home, ["nss"], code="d", is_everything=False)
    assert built_inputs(home) == Inputs("", {"nss": "1"})


def test_an_edition_records_what_the_build_reflects(tmp_path: Path) -> None:
    home = small_home(tmp_path)
    note_loaded(home, "nss", "1")
    note_modelled(home, ["nss"], code="c", is_everything=True)
    edition = publish(home, run_id="run-1", now=NOON)
    assert recorded_inputs(home, edition) == Inputs("c", {"nss": "1"})
    assert edition.fingerprint == Inputs("c", {"nss": "1"}).fingerprint
