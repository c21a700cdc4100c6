"""Suites as asset checks: what is critical holds back what follows, what warns is shown."""

from __future__ import annotations

from pathlib import Path

import dagster as dg
import pytest

from orchestration.catalogue import load_catalogue
from orchestration.checks import mart_suite_checks, raw_suite_checks
from orchestration.checks.asset_checks import suite_checks
from orchestration.home import HOME_VARIABLE, Home
from tests.unit.check_tables import rule, suite, warehouse

STAFF = dg.AssetKey(["raw", "staff"])
CODES = {"R1A": "critical", "R1B": "warning"}
EXPECTED = suite(
    *(
        rule("expect_column_values_to_not_be_in_set", severity, column="code", value_set=[code])
        for code, severity in CODES.items()
    )
)


@dg.asset(key=STAFF)
def staff() -> None:
    """A raw table."""


@dg.asset(key=["marts", "staff"], deps=[STAFF])
def mart() -> None:
    """What follows from it."""


def build(root: Path, query: str | None) -> dg.ExecuteInProcessResult:
    """Materialises both assets and runs the checks, on a warehouse made by a query."""
    home = Home(root).create()
    if query:
        warehouse(home.warehouse, {"raw.staff": query})
    return dg.materialize([staff, mart, suite_checks(EXPECTED)], raise_on_error=False)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    return tmp_path


def row(code: str) -> str:
    return f"select 'f1' as file_id, 2 as row_number, '{code}' as code"


def outcome(result: dg.ExecuteInProcessResult) -> dict[str, dg.AssetCheckEvaluation]:
    return {found.check_name: found for found in result.get_asset_check_evaluations()}


def followed(result: dg.ExecuteInProcessResult) -> bool:
    return any(
        event.asset_key == dg.AssetKey(["marts", "staff"])
        for event in result.get_asset_materialization_events()
    )


def test_what_holds_lets_the_rest_follow(root: Path) -> None:
    result = build(root, row("R1C"))
    assert result.success
    assert followed(result)
    found = outcome(result)
    assert [one.passed for one in found.values()] == [True, True]
    assert found["expectations"].description == ("All 1 critical expectations of raw.staff hold.")


def test_what_is_critical_holds_the_rest_back(root: Path) -> None:
    result = build(root, row("R1A"))
    assert not result.success
    assert not followed(result)
    found = outcome(result)
    critical = found["expectations"]
    assert (critical.passed, critical.severity) == (False, dg.AssetCheckSeverity.ERROR)
    assert critical.asset_key == STAFF
    assert critical.metadata["rows"].value == 1
    assert critical.metadata["failed"].value == 1
    keys = critical.metadata["failing_keys"].value
    assert isinstance(keys, str)
    assert "1 of 1 unexpected" in keys
    assert keys.endswith("| file_id | row_number | code |\n| --- | --- | --- |\n| f1 | 2 | R1A |")
    assert found["expectations_warning"].passed


def test_what_warns_is_shown_and_lets_the_rest_follow(root: Path) -> None:
    result = build(root, row("R1B"))
    assert result.success
    assert followed(result)
    warning = outcome(result)["expectations_warning"]
    assert (warning.passed, warning.severity) == (False, dg.AssetCheckSeverity.WARN)
    assert "R1B" in str(warning.metadata["failing_keys"].value)


def test_results_are_a_table_of_expectations(root: Path) -> None:
    results = outcome(build(root, row("R1A")))["expectations"].metadata["results"]
    assert isinstance(results, dg.TableMetadataValue)
    assert [record.data for record in results.records] == [
        {
            "passed": False,
            "columns": "code",
            "expected": 'column values to not be in set, value_set ["R1A"]',
            "found": "1 of 1 unexpected",
            "reason": "because",
        }
    ]


def test_an_empty_table_passes_and_says_why(root: Path) -> None:
    result = build(root, f"{row('R1A')} limit 0")
    assert result.success
    for found in outcome(result).values():
        assert found.passed
        assert "holds no rows" in str(found.metadata["skipped"].value)


def test_a_table_that_is_not_there_is_an_error_of_the_check(root: Path) -> None:
    result = build(root, None)
    assert not followed(result)
    for found in outcome(result).values():
        assert not found.passed
        assert "materialise it" in str(found.metadata["errors_of_the_check"].value)


def test_every_raw_table_and_mart_is_checked_once() -> None:
    checks = [*raw_suite_checks(load_catalogue()), *mart_suite_checks()]
    keys = [key for check in checks for key in check.check_keys]
    assert len(keys) == len(set(keys))
    blocking = {spec.name: spec.blocking for check in checks for spec in check.check_specs}
    assert blocking == {"expectations": True, "expectations_warning": False}
    tables = {key.asset_key.to_user_string() for key in keys}
    assert {"raw/files", "raw/sickness_absence__rates", "marts/scorecard"} <= tables
