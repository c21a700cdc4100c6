"""dbt as one Dagster step: tables and tests reported, any part of it on request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb
import pytest

from orchestration.assets import dbt as dbt_module
from orchestration.assets.dbt_graph import DbtGraph
from orchestration.assets.warehouse import Warehouse
from orchestration.catalogue import load_catalogue
from orchestration.dbt.manifest import load_manifest
from orchestration.dbt.runner import NodeResult, run_dbt
from orchestration.edition.ledger import built_inputs, note_loaded
from orchestration.home import HOME_VARIABLE, Home
from tests.small_project import small_project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def shared_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return Home(tmp_path_factory.mktemp("home")).create()


@pytest.fixture
def home(shared_home: Home, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv(HOME_VARIABLE, str(shared_home.root))
    shared_home.warehouse.unlink(missing_ok=True)
    answer(shared_home, 1, 2)
    return shared_home


def answer(home: Home, *answers: int | None) -> None:
    with duckdb.connect(str(home.warehouse)) as connection:
        connection.execute("create schema if not exists raw")
        connection.execute("create or replace table raw.nss__answers (answer varchar)")
        connection.executemany("insert into raw.nss__answers values (?)", [[a] for a in answers])


@pytest.fixture
def graph(home: Home, project: Path, monkeypatch: pytest.MonkeyPatch) -> DbtGraph:
    monkeypatch.setattr(dbt_module, "run_dbt", partial(run_dbt, project_dir=project))
    return DbtGraph.of(load_manifest(home, project, project / "seeds"))


def run(graph: DbtGraph, select: str | None = None) -> dg.ExecuteInProcessResult:
    return dg.materialize(
        [dbt_module.dbt_asset(graph, load_catalogue())],
        resources={"warehouse": Warehouse()},
        selection=dg.AssetSelection.from_string(select) if select else None,
        raise_on_error=False,
    )


def rows_of(result: dg.ExecuteInProcessResult) -> dict[str, Any]:
    built = [
        event.step_materialization_data.materialization
        for event in result.get_asset_materialization_events()
    ]
    return {
        one.asset_key.to_user_string(): one.metadata["dagster/row_count"].value for one in built
    }


def checks_of(result: dg.ExecuteInProcessResult) -> dict[str, bool]:
    return {one.check_name: one.passed for one in result.get_asset_check_evaluations()}


def failure_of(result: dg.ExecuteInProcessResult) -> str:
    (event,) = result.get_step_failure_events()
    failure = event.step_failure_data.user_failure_data
    return str(failure.description) if failure else str(event.step_failure_data.error)


def test_tables_and_tests_are_reported(home: Home, graph: DbtGraph) -> None:
    result = run(graph)
    assert result.success
    assert rows_of(result) == {
        "reference/words": 2,
        "staging/stg_nss__answers": 2,
        "marts/scorecard": 2,
        "marts/after": 1,
    }
    assert checks_of(result) == {
        "not_null_scorecard_answer": True,
        "unique_scorecard_answer": True,
        "accepted_values_scorecard_answer__1__2": True,
        "every_answer_is_kept": True,
    }
    with duckdb.connect(str(home.warehouse), read_only=True) as connection:
        assert connection.execute("select answers from marts.after").fetchall() == [(2,)]


def test_a_unit_test_is_of_the_code_and_of_no_build(
    graph: DbtGraph, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def listening(home: Home, command: Sequence[str]) -> Iterator[NodeResult]:
        for result in run_dbt(home, command, project):
            told.append(result.kind)
            yield result

    monkeypatch.setattr(dbt_module, "run_dbt", listening)
    assert graph.manifest["unit_tests"]
    assert run(graph).success
    assert run(graph, 'key:"marts/scorecard"').success
    assert set(told) == {"seed", "model", "test"}


def test_a_failed_test_stops_what_follows_and_is_named(home: Home, graph: DbtGraph) -> None:
    answer(home, 1, 1, 7)
    result = run(graph)
    assert not result.success
    assert "marts/after" not in rows_of(result)
    checks = {one.check_name: one for one in result.get_asset_check_evaluations()}
    unique = checks["unique_scorecard_answer"]
    assert (unique.passed, unique.severity) == (False, dg.AssetCheckSeverity.ERROR)
    assert unique.metadata["failing rows"].value == 1
    warned = checks["accepted_values_scorecard_answer__1__2"]
    assert (warned.passed, warned.severity) == (False, dg.AssetCheckSeverity.WARN)
    assert "test unique_scorecard_answer of marts/scorecard: 1 rows" in failure_of(result)


def test_a_failed_model_is_named_with_its_error(home: Home, graph: DbtGraph) -> None:
    answer(home, 1)
    with duckdb.connect(str(home.warehouse)) as connection:
        connection.execute("update raw.nss__answers set answer = 'many'")
    result = run(graph)
    assert not result.success
    assert "model staging/stg_nss__answers: " in failure_of(result)
    assert "Could not convert string 'many' to INT32" in failure_of(result)


def test_a_part_can_be_asked_for(graph: DbtGraph) -> None:
    run(graph)
    result = run(graph, 'key:"marts/after"')
    assert result.success
    assert rows_of(result) == {"marts/after": 1}
    assert checks_of(result) == {}
    assert set(rows_of(run(graph, 'key:"marts/scorecard"+'))) == {"marts/scorecard", "marts/after"}


def test_a_single_check_can_be_asked_for(graph: DbtGraph) -> None:
    run(graph)
    check = next(spec.key for spec in graph.checks.values() if spec.name == "every_answer_is_kept")
    result = dg.materialize(
        [dbt_module.dbt_asset(graph, load_catalogue())],
        resources={"warehouse": Warehouse()},
        selection=dg.AssetSelection.checks(check),
        raise_on_error=False,
    )
    assert result.success
    assert (rows_of(result), checks_of(result)) == ({}, {"every_answer_is_kept": True})


def test_the_ledger_trusts_only_a_whole_build(home: Home, graph: DbtGraph) -> None:
    note_loaded(home, "nss", "files")
    run(graph, 'key:"marts/after"')
    assert built_inputs(home).code == ""
    run(graph)
    whole = built_inputs(home)
    assert whole.code
    run(graph, 'key:"marts/after"')
    assert built_inputs(home) == whole


def test_nothing_keeps_the_build_open(home: Home, graph: DbtGraph) -> None:
    run(graph)
    with duckdb.connect(str(home.warehouse), read_only=True, config={"threads": 1}) as connection:
        assert connection.execute("select count(*) from marts.scorecard").fetchall() == [(2,)]
