"""The command line: fast to answer, plain when something is wrong, idle when nothing is new."""

from __future__ import annotations

import csv
import io
import json
import resource
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from orchestration.edition import current_edition, publish
from orchestration.home import Home
from tests.conftest import people_plan
from tests.small_build import small_home

NOON = datetime(2024, 11, 28, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home with a small edition, which no test changes."""
    home = small_home(tmp_path_factory.mktemp("published"))
    publish(home, run_id="run-1", now=NOON)
    return home


def processor_seconds() -> float:
    """What ended processes took: what else the machine does is no business of these tests."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_help_answers_at_once(tmp_path: Path) -> None:
    people_plan(tmp_path, "--help")
    before = processor_seconds()
    answer = people_plan(tmp_path, "--help")
    assert processor_seconds() - before < 1
    for command in "build plan fetch scorecard status sql sample template dev".split():
        assert command in answer.stdout


@pytest.mark.parametrize("arguments", [["status"], ["sql", "select 1"]])
def test_without_an_edition_the_next_step_is_named(tmp_path: Path, arguments: list[str]) -> None:
    answer = people_plan(tmp_path, *arguments)
    assert answer.returncode == 1
    assert answer.stderr.splitlines() == [
        f"No edition stands in {tmp_path} yet.",
        "Land files (or run `people-plan sample`), then run `people-plan build`.",
    ]


def test_building_nothing_is_wrong_usage(tmp_path: Path) -> None:
    answer = people_plan(tmp_path, "build")
    assert answer.returncode == 2
    assert f"Nothing has been landed in {tmp_path / 'landing'}." in answer.stderr
    assert "people-plan sample" in answer.stderr


def test_an_unknown_selection_is_wrong_usage(parsed: Home) -> None:
    parsed.landing.mkdir()
    (parsed.landing / "notes.csv").write_text("a,b\n1,2\n")
    answer = people_plan(parsed.root, "build", "--select", "sicknes_absence")
    assert answer.returncode == 2
    problem, hint = answer.stderr.strip().splitlines()[-2:]
    assert problem == "The selection 'sicknes_absence' names no asset."
    assert hint.startswith("Did you mean sickness_absence")
    assert "Refused: notes.csv" in answer.stdout
    assert "Next: " in answer.stdout


@pytest.mark.parametrize(
    ("query", "problem", "hint"),
    [
        ("select * from marts.scorcard", "scorcard does not exist", "Did you mean marts.scorecard"),
        ("select valu from marts.scorecard", 'column "valu" not found', '"value"'),
        ("selec 1", "syntax error", "ask again"),
        ("select 1; select 2", "holds 2 statements", "one at a time"),
        ("delete from marts.scorecard", "read-only", "cannot be changed"),
    ],
)
def test_a_wrong_query_is_one_sentence_and_a_hint(
    published: Home, query: str, problem: str, hint: str
) -> None:
    answer = people_plan(published.root, "sql", query)
    assert answer.returncode == 2
    assert answer.stdout == ""
    said, next_step = answer.stderr.splitlines()
    assert problem.lower() in said.lower()
    assert hint in next_step


def test_answers_come_as_table_csv_and_json(published: Home) -> None:
    query = "select value, availability_status, 'a, b' as note from marts.scorecard"
    table = people_plan(published.root, "sql", query)
    assert (table.returncode, "4.76" in table.stdout, "note" in table.stdout) == (0, True, True)
    as_csv = people_plan(published.root, "sql", query, "--format", "csv")
    assert list(csv.DictReader(io.StringIO(as_csv.stdout))) == [
        {"value": "4.76", "availability_status": "observed", "note": "a, b"}
    ]
    as_json = people_plan(published.root, "sql", query, "--format", "json")
    assert json.loads(as_json.stdout) == [
        {"value": 4.76, "availability_status": "observed", "note": "a, b"}
    ]


def test_unforeseen_errors_show_no_traceback_unless_asked_for(published: Home) -> None:
    spoilt = Home(published.root / "spoilt").create()
    spoilt.edition.write_bytes(b"not a database")
    answer = people_plan(spoilt.root, "status")
    assert answer.returncode == 1
    assert "Traceback" not in answer.stderr
    assert "PEOPLE_PLAN_DEBUG=1" in answer.stderr
    asked = people_plan(spoilt.root, "status", PEOPLE_PLAN_DEBUG="1")
    assert "Traceback" in asked.stderr


def test_a_failed_audit_keeps_the_edition_and_exits_with_one(parsed: Home) -> None:
    home = small_home(parsed.root)
    publish(home, run_id="good", now=NOON)
    (home.landing / "notes.csv").write_text("a,b\n1,2\n")
    with duckdb.connect(str(home.warehouse)) as connection:
        connection.execute("drop table marts.metric_history")
    answer = people_plan(parsed.root, "build", "--select", "edition")
    assert answer.returncode == 1, answer.stderr
    assert "lacks marts.metric_history" in " ".join(answer.stdout.split())
    assert "Traceback" not in answer.stdout + answer.stderr
    standing = current_edition(home)
    assert standing is not None
    assert standing.run_id == "good"
    (withheld,) = standing.withheld_later
    assert withheld.reasons == ("It lacks marts.metric_history.",)
    value = people_plan(parsed.root, "sql", "select value from marts.scorecard", "--format", "csv")
    assert value.stdout.split() == ["value", "4.76"]


def test_a_second_build_does_nothing_and_says_so(sample_home: Home) -> None:
    before = current_edition(sample_home)
    started = processor_seconds()
    answer = people_plan(sample_home.root, "build")
    assert processor_seconds() - started < 10
    assert answer.returncode == 0
    assert "Nothing new: the edition holds all that was landed." in answer.stdout
    assert "Sickness absence rate" in answer.stdout
    assert current_edition(sample_home) == before


def test_status_tells_what_stands(sample_home: Home) -> None:
    answer = people_plan(sample_home.root, "status")
    assert answer.returncode == 0
    edition = current_edition(sample_home)
    assert edition is not None
    assert f"Edition {edition.edition_id} stands" in answer.stdout
    assert "sickness_absence" in answer.stdout


def test_the_scorecard_fits_eighty_columns(sample_home: Home) -> None:
    answer = people_plan(sample_home.root, "build", COLUMNS="80")
    path = str(sample_home.edition)
    assert [
        line for line in answer.stdout.splitlines() if len(line) > 80 and path not in line
    ] == []


@pytest.mark.parametrize("command", ["build", "plan"])
def test_finding_nothing_new_needs_neither_dagster_nor_dbt(command: str) -> None:
    loaded = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import orchestration.commands.{command}, sys; "
            "print({'dagster', 'dbt', 'great_expectations', 'pandas'} & set(sys.modules))",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert loaded.stdout.strip() == "set()"


def test_an_unknown_template_is_wrong_usage(tmp_path: Path) -> None:
    answer = people_plan(tmp_path, "template", "nonsense", "--output", str(tmp_path / "made"))
    assert answer.returncode == 2
    problem, hint = answer.stderr.splitlines()
    assert problem == "'nonsense' is no publication that is read."
    assert hint.startswith("Templates: ")
    assert not (tmp_path / "made").exists()
