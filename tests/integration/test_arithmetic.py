"""The arithmetic of every model: dbt's unit tests, which depend on the code alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from orchestration.dbt.runner import NodeResult, run_dbt
from orchestration.home import Home
from tests.private_build import TABLES_ONLY, build_privately
from tests.small_project import small_project

UNIT_TESTS = ("test", "--select", "test_type:unit")


def unit_tests_of(results: Iterable[NodeResult]) -> tuple[set[str], list[str]]:
    """The unit tests that ran; and those that failed, with what was expected and what came."""
    ran = list(results)
    failed = [f"{one.unique_id}: {one.message}" for one in ran if not one.is_good]
    return {one.unique_id for one in ran}, failed


def test_every_unit_test_holds(parsed: Home, manifest: dict[str, Any]) -> None:
    """A build of nothing has every table that unit tests take the types of columns from."""
    build_privately(parsed, date.today(), TABLES_ONLY)
    ran, failed = unit_tests_of(run_dbt(parsed, UNIT_TESTS))
    assert failed == [], "\n".join(failed)
    assert ran == set(manifest["unit_tests"])


def test_a_unit_test_that_fails_is_named(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    models = project / "models" / "_models.yml"
    models.write_text(models.read_text("utf-8").replace("doubled: 8", "doubled: 9"), "utf-8")
    home = Home(tmp_path / "home").create()
    with duckdb.connect(str(home.warehouse)) as connection:
        connection.execute("create schema raw")
        connection.execute("create table raw.nss__answers (answer varchar)")
    assert all(one.is_good for one in run_dbt(home, ["build", *TABLES_ONLY], project))
    ran, (failed,) = unit_tests_of(run_dbt(home, UNIT_TESTS, project))
    assert ran == {"unit_test.small.scorecard.it_doubles"}
    assert failed.startswith("unit_test.small.scorecard.it_doubles: ")
    assert "doubled" in failed
