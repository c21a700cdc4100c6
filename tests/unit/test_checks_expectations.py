"""The suites themselves: plausible tables pass whole, and each kind of bad data is named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from orchestration.catalogue import load_catalogue
from orchestration.checks import SuiteResult, run_suite
from orchestration.checks.suites import Severity, suites_of
from tests.unit.check_tables import change, warehouse
from tests.unit.plausible import TABLES

BAD_DATA = Path(__file__).with_name("bad_data")
CASES = [
    pytest.param(table, case, id=f"{table}-{case['breaks']}")
    for document in sorted(BAD_DATA.glob("*.yml"))
    for table, cases in yaml.safe_load(document.read_text("utf-8")).items()
    for case in cases
]
RAW_COLUMNS = {
    f"raw.{name}": table.sql_columns
    for publication in load_catalogue().publications.values()
    for name, table in publication.raw_tables.items()
}
SAMPLED = sorted(set(TABLES) & set(RAW_COLUMNS))


def plausible(folder: Path, table: str, *statements: str) -> Path:
    """A warehouse with one plausible table, every column of the catalogue there, then changed."""
    columns = [f"null::{kind} as {name}" for name, kind in RAW_COLUMNS.get(table, {}).items()]
    queries = [f"select {', '.join(columns)} where false"] if columns else []
    query = "\nunion all by name\n".join([*queries, TABLES[table]])
    file = warehouse(folder / "warehouse.duckdb", {table: query})
    for statement in statements:
        change(file, statement)
    return file


def check(file: Path, table: str) -> SuiteResult:
    result = run_suite(file, *table.split("."))
    assert [found.error for found in result.results if found.error] == []
    return result


def broken(result: SuiteResult, severity: Severity) -> dict[str, int | None]:
    """The words of what broke, with how many rows broke it."""
    return {found.expected: found.unexpected_count for found in result.failed(severity)}


def test_every_raw_suite_has_a_plausible_table_and_bad_data() -> None:
    raw = {suite.name for suite in suites_of("raw")}
    assert raw <= set(TABLES)
    assert raw <= {case.values[0] for case in CASES}


@pytest.mark.parametrize("table", TABLES)
def test_a_plausible_table_passes_whole(tmp_path: Path, table: str) -> None:
    result = check(plausible(tmp_path, table), table)
    assert broken(result, "critical") == {}
    assert broken(result, "warning") == {}


@pytest.mark.parametrize(("table", "case"), CASES)
def test_bad_data_is_named_and_counted(tmp_path: Path, table: str, case: dict[str, Any]) -> None:
    result = check(plausible(tmp_path, table, case["change"]), table)
    found = broken(result, case["severity"])
    assert [count for words, count in found.items() if case["breaks"] in words] == [case["rows"]]


@pytest.mark.parametrize("table", SAMPLED)
def test_a_sample_is_not_held_to_englands_size(tmp_path: Path, table: str) -> None:
    file = plausible(
        tmp_path,
        table,
        f"update {table} set is_synthetic = true",
        f"delete from {table} where row_number > 9",
    )
    assert broken(check(file, table), "critical") == {}


def test_an_empty_mart_fails(tmp_path: Path) -> None:
    table = "marts.looking_after_our_people"
    assert broken(check(plausible(tmp_path, table, f"delete from {table}"), table), "critical")
