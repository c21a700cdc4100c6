"""Table macros of an edition: they answer for any day, from the file alone, as the mart does."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestration.edition import publish
from orchestration.edition.macros import rendered
from orchestration.home import Home
from tests.small_build import contracts, empty_edition, small_home

NOON = datetime(2024, 11, 28, 12, tzinfo=UTC)
STATED = date(2020, 7, 30)
DUE = date(2020, 12, 31)
# What may follow what from one day to the next, while nothing new is known.
ALLOWED = {
    ("unknown", "due"),
    ("unknown", "in_window"),
    ("unknown", "ongoing"),
    ("due", "in_window"),
    ("due", "ongoing"),
    ("due", "overdue"),
    ("in_window", "overdue"),
}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home with one promise of each plan, and evidence of both that came late."""
    home = small_home(tmp_path)
    with duckdb.connect(str(home.warehouse)) as connection:
        connection.execute(
            "insert into marts.commitments by name "
            "select 'pp_1' as commitment_id, 'by' as date_kind, $stated as stated_on, "
            "$due as due_date, 'stale' as status, date '1999-01-01' as status_on",
            {"stated": STATED, "due": DUE},
        )
        connection.execute(
            "insert into marts.interim_plan_actions by name "
            "select unnest(['ipp_1', 'ipp_2']) as statement_id, 'by' as date_kind, "
            "unnest([null, 'ipp_1']) as same_target_as, $stated as stated_on, $due as due_date",
            {"stated": STATED, "due": DUE},
        )
        connection.execute(
            "insert into marts.delivery_evidence by name "
            "select 'e-' || id as evidence_id, id as counted_statement_id, "
            "true as is_known_statement, date '2020-12-15' as evidence_on, "
            "'delivered' as evidence_kind, 'Title' as reference_title, "
            "date '2021-02-01' as published_on, true as is_synthetic "
            "from unnest(['pp_1', 'ipp_1']) as ids (id)"
        )
    return home


def statuses(file: Path, call: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(file), read_only=True) as connection:
        return connection.execute(
            f"select status, status_on, known_on, evidence_count from marts.{call}"
        ).fetchall()


def test_an_edition_answers_for_any_day(home: Home) -> None:
    publish(home, run_id="run-1", now=NOON)
    for day, status, count in (
        (STATED - timedelta(days=1), "unknown", 0),
        (STATED, "due", 0),
        (DUE, "due", 0),
        (DUE + timedelta(days=1), "overdue", 0),
        (date(2021, 1, 31), "overdue", 0),
        (date(2021, 2, 1), "delivered", 1),
    ):
        assert statuses(home.edition, f"commitments_on(date '{day}')") == [
            (status, day, day, count)
        ]


def test_what_was_learnt_later_can_be_asked_for(home: Home) -> None:
    publish(home, run_id="run-1", now=NOON)
    call = "commitments_on(date '2021-01-01', known_on := date '2021-02-01')"
    assert statuses(home.edition, call) == [("delivered", date(2021, 1, 1), date(2021, 2, 1), 1)]
    # It had not happened yet, however much is known now.
    call = "commitments_on(date '2020-12-14', known_on := date '2021-02-01')"
    assert statuses(home.edition, call)[0][0] == "due"


def test_a_target_printed_twice_has_one_answer(home: Home) -> None:
    publish(home, run_id="run-1", now=NOON)
    found = statuses(home.edition, "interim_plan_actions_on(date '2021-02-01')")
    assert [status for status, *_ in found] == ["delivered", "delivered"]


def test_a_figure_is_what_was_known_that_day(home: Home) -> None:
    first, second = date(2023, 6, 22), date(2024, 5, 23)
    with duckdb.connect(str(home.warehouse)) as connection:
        connection.execute("delete from marts.metric_history")
        connection.execute(
            "insert into marts.metric_history by name "
            "select unnest([49.4, 49.5, 49.9]) as value, 'observed' as availability_status, "
            "unnest([$first, $first, $second]) as published_on, "
            "unnest([$first, $second, null]) as superseded_on, "
            "unnest([false, false, true]) as is_current, false as is_synthetic, 'aa' as file_id",
            {"first": first, "second": second},
        )
    publish(home, run_id="run-1", now=NOON)
    with duckdb.connect(str(home.edition), read_only=True) as connection:
        for day, known in (
            (first - timedelta(days=1), []),
            # Of two files of one day the last is what was known.
            (first, [49.5]),
            (second - timedelta(days=1), [49.5]),
            (second, [49.9]),
        ):
            found = connection.execute(
                "select value, superseded_on, is_current from marts.as_of($day)", {"day": day}
            ).fetchall()
            # What was learnt later, that it would be superseded, was not known then.
            assert found == [(value, None, True) for value in known]
        columns = connection.sql("from marts.as_of(current_date)").columns
    assert ", ".join(columns) == ", ".join(
        one.split()[0] for one in contracts()["metric_history"].split(", ")
    )


def test_a_macro_has_the_columns_of_its_mart(home: Home) -> None:
    publish(home, run_id="run-1", now=NOON)
    with duckdb.connect(str(home.edition), read_only=True) as connection:
        for mart in ("commitments", "interim_plan_actions"):
            columns = connection.sql(f"from marts.{mart}_on(date '2021-02-01')").columns
            assert ", ".join(columns) == ", ".join(
                one.split()[0] for one in contracts()[mart].split(", ")
            )


def test_every_macro_is_in_the_edition_and_says_what_it_does(home: Home) -> None:
    publish(home, run_id="run-1", now=NOON)
    with duckdb.connect(str(home.edition), read_only=True) as connection:
        described = connection.execute(
            "select function_name, comment is not null from duckdb_functions() "
            "where schema_name = 'marts' and function_type = 'table_macro' order by all"
        ).fetchall()
    assert described == [(name, True) for name in sorted(rendered())]


def _dates() -> st.SearchStrategy[date]:
    return st.dates(date(2020, 7, 20), date(2020, 9, 10))


@st.composite
def promises(draw: st.DrawFn) -> dict[str, object]:
    """A promise with dates that its kind allows, in a few weeks."""
    kind = draw(
        st.sampled_from(["by", "in_window", "during", "from", "conditional", "ongoing", "undated"])
    )
    first, last = sorted((draw(_dates()), draw(_dates())))
    has_window = kind in ("in_window", "during", "from") or (
        kind == "conditional" and draw(st.booleans())
    )
    return {
        "date_kind": kind,
        "window_start": first if has_window else None,
        "due_date": last if kind in ("by", "in_window", "during") else None,
        "due_date_earliest": first if kind == "by" and draw(st.booleans()) else None,
        "stated_on": draw(st.dates(date(2020, 7, 20), first)),
    }


@st.composite
def evidence(draw: st.DrawFn) -> dict[str, object]:
    """A piece of evidence, handed in on or after the day it is of, perhaps replaced later."""
    happened, handed_in, replaced = sorted(draw(st.tuples(_dates(), _dates(), _dates())))
    return {
        "evidence_on": happened,
        "published_on": handed_in,
        "superseded_on": draw(st.sampled_from([None, replaced])),
        "evidence_kind": draw(
            st.sampled_from(
                ["delivered", "partly_delivered", "superseded", "withdrawn", "retracted"]
            )
        ),
        "is_known_statement": draw(st.booleans()),
    }


DAYS = [date(2020, 7, 15) + timedelta(days=n) for n in range(65)]


@pytest.fixture(scope="module")
def edition() -> duckdb.DuckDBPyConnection:
    """The tables that macros read, empty, in a database attached as an edition is."""
    return empty_edition()


@settings(max_examples=60, deadline=None)
@given(promise=promises(), pieces=st.lists(evidence(), max_size=3))
def test_nothing_goes_back_while_nothing_new_is_known(
    edition: duckdb.DuckDBPyConnection,
    promise: dict[str, object],
    pieces: list[dict[str, object]],
) -> None:
    edition.execute("delete from marts.commitments; delete from marts.delivery_evidence")
    _insert(edition, "commitments", {"commitment_id": "pp_1", **promise})
    for number, piece in enumerate(pieces):
        named = {"evidence_id": f"e-{number}", "counted_statement_id": "pp_1", **piece}
        _insert(edition, "delivery_evidence", named)
    found = edition.execute(
        "select found.status, found.evidence_count, found.evidence_kind, found.due_date "
        "from unnest($days) as days (asked), lateral marts.commitments_on(days.asked) as found "
        "order by days.asked",
        {"days": DAYS},
    ).fetchall()
    assert len(found) == len(DAYS)
    for day, (status, count, kind, due), before in zip(
        DAYS[1:], found[1:], found[:-1], strict=True
    ):
        if status == "overdue":
            assert due is not None
            assert due < day
            assert count == 0
        if (status, count, kind) != before[:3] and (count, kind) == before[1:3]:
            # A part was delivered before the date that has just passed.
            is_part = kind == "partly_delivered" and status == "unknown"
            # Evidence older than the promise speaks on the day that the promise is made.
            is_stated = day == promise["stated_on"]
            assert (before[0], status) in ALLOWED or is_part or is_stated


def _insert(connection: duckdb.DuckDBPyConnection, mart: str, row: dict[str, object]) -> None:
    values = ", ".join(f"${name} as {name}" for name in row)
    connection.execute(f"insert into marts.{mart} by name select {values}", row)
