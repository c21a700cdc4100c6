"""Suites are read strictly, and what is wrong with one is said."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from orchestration.checks.documents import SuiteError
from orchestration.checks.suites import load_suite
from tests.unit.check_tables import rule

ABOUT = {"description": "Staff.", "key_columns": ["file_id"], "may_be_empty": True}
NOT_NULL = rule("expect_column_values_to_not_be_null", column="code")

UNDESCRIBED = {
    **rule("unexpected_rows_expectation", unexpected_rows_query="select 1 from {batch}"),
    "description": None,
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Expectations with one shared value, one shared list and nothing else."""
    (tmp_path / "raw").mkdir()
    (tmp_path / "shared").mkdir()
    codes = {"codes": {"meaning": "Codes.", "value": ["R1A", "R1B"]}}
    (tmp_path / "parameters.json").write_text(json.dumps(codes))
    (tmp_path / "shared" / "keys.json").write_text(json.dumps([NOT_NULL]))
    return tmp_path


def write(root: Path, **changes: Any) -> None:
    document = {"name": "raw.staff", "meta": ABOUT, "expectations": [NOT_NULL], **changes}
    (root / "raw" / "staff.json").write_text(json.dumps(document))


def test_shared_values_and_lists_are_put_in_their_places(root: Path) -> None:
    in_set = rule(
        "expect_column_values_to_be_in_set",
        "warning",
        column="code",
        value_set={"$PARAMETER": "codes"},
    )
    write(root, includes=["keys"], expectations=[in_set])
    suite = load_suite("raw", "staff", root=root)
    assert [one.type for one in suite.expectations] == [NOT_NULL["type"], in_set["type"]]
    assert suite.expectations[1].kwargs["value_set"] == ["R1A", "R1B"]
    assert suite.severities == ("critical", "warning")


def test_queries_may_be_written_as_lines(root: Path) -> None:
    lines = ["select file_id", "from {batch}"]
    query = {
        **rule("unexpected_rows_expectation", unexpected_rows_query=lines),
        "description": "Nothing at all",
    }
    write(root, expectations=[query])
    (only,) = load_suite("raw", "staff", root=root).expectations
    assert only.query == "select file_id\nfrom {batch}"
    assert only.expected == "Nothing at all"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"expectations": [{**NOT_NULL, "severity": "info"}]}, "expectations.0.severity"),
        ({"expectations": [{**NOT_NULL, "meta": {"reason": " "}}]}, "expectations.0.meta.reason"),
        ({"expectations": [{**NOT_NULL, "column": "code"}]}, "expectations.0.column: Extra"),
        ({"expectations": []}, "at least 1 item"),
        ({"meta": {**ABOUT, "key_columns": []}}, "meta.key_columns"),
        ({"name": "raw.other"}, "the suite is named raw.other. Name it raw.staff"),
        ({"includes": ["nothing"]}, "it includes nothing, which is not there"),
        ({"expectations": [UNDESCRIBED]}, "a query needs a description"),
        (
            {"expectations": [rule("any", value_set={"$PARAMETER": "x"})]},
            "no shared parameter is named x. Add it to parameters.json, or use one of codes",
        ),
    ],
)
def test_a_faulty_suite_says_what_is_wrong(root: Path, changes: dict[str, Any], says: str) -> None:
    write(root, **changes)
    with pytest.raises(SuiteError, match=r"staff\.json: ") as raised:
        load_suite("raw", "staff", root=root)
    assert says in str(raised.value)


def test_a_missing_suite_and_broken_json_name_the_file(root: Path) -> None:
    with pytest.raises(SuiteError, match=r"nobody\.json: there is no such suite"):
        load_suite("raw", "nobody", root=root)
    (root / "raw" / "staff.json").write_text('{"name":\n')
    with pytest.raises(SuiteError, match=r"staff\.json: line 2 is not JSON"):
        load_suite("raw", "staff", root=root)


def test_importing_the_checks_loads_no_engine() -> None:
    engines = ("great_expectations", "sqlalchemy", "pandas")
    listed = f"[name for name in {engines!r} if name in sys.modules]"
    found = subprocess.run(
        [sys.executable, "-c", f"import sys, orchestration.checks; print({listed})"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == "[]"
