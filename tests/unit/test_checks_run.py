"""What a suite finds in a table: counts, failing keys, severities, and faults of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest

from orchestration.checks.documents import SuiteError
from orchestration.checks.results import ExpectationResult, SuiteResult
from orchestration.checks.run import check_table, run_suite
from orchestration.checks.validation import validate
from tests.unit.check_tables import change, rule, suite, warehouse

STAFF = """
    select
        'f' || (i % 2) as file_id,
        i::integer as row_number,
        case when i % 10 = 0 then null else 'R' || i end as code,
        (i * 1.5)::varchar as fte
    from range(1, 101) as rows (i)
"""


@pytest.fixture
def staff(tmp_path: Path) -> Path:
    """100 rows; the code is missing from every tenth."""
    return warehouse(tmp_path / "warehouse.duckdb", {"raw.staff": STAFF})


def only(file: Path, kind: str, **kwargs: Any) -> ExpectationResult:
    (result,) = validate(file, suite(rule(kind, **kwargs)))
    return result


def test_what_holds_passes(staff: Path) -> None:
    result = only(staff, "expect_column_values_to_match_regex", column="code", regex="^R[0-9]+$")
    assert result.passed
    assert (result.unexpected_count, result.element_count, result.failing_keys) == (0, 100, ())


def test_failing_rows_are_counted_and_named(staff: Path) -> None:
    result = only(staff, "expect_column_values_to_not_be_null", column="code")
    assert not result.passed
    assert (result.unexpected_count, result.element_count) == (10, 100)
    assert result.failing_keys[0] == {"file_id": "f0", "row_number": 10, "code": None}
    assert len(result.failing_keys) == 10
    assert result.error is None


def test_at_most_twenty_keys_are_shown(staff: Path) -> None:
    result = only(staff, "expect_column_values_to_be_in_set", column="code", value_set=["R1"])
    assert (result.unexpected_count, len(result.failing_keys)) == (89, 20)


def test_rows_of_a_query_are_the_failures(staff: Path) -> None:
    query = (
        "select file_id, row_number, fte from {batch} "
        "where try_cast(fte as double) > 140 and fte like '%.%' order by row_number"
    )
    result = only(staff, "unexpected_rows_expectation", unexpected_rows_query=query)
    assert (result.passed, result.unexpected_count) == (False, 7)
    assert result.failing_keys[0] == {"file_id": "f0", "row_number": 94, "fte": "141.0"}


def test_repeated_keys_are_shown_by_their_values(staff: Path) -> None:
    change(staff, "insert into raw.staff select * from raw.staff where row_number = 7")
    columns = ["file_id", "row_number"]
    result = only(staff, "expect_compound_columns_to_be_unique", column_list=columns)
    assert (result.passed, result.unexpected_count, result.columns) == (False, 2, tuple(columns))
    assert result.failing_keys == ({"file_id": "f1", "row_number": 7},) * 2


def test_a_share_of_failures_may_be_allowed(staff: Path) -> None:
    lenient = only(staff, "expect_column_values_to_not_be_null", column="code", mostly=0.9)
    assert (lenient.passed, lenient.unexpected_count) == (True, 10)
    strict = only(staff, "expect_column_values_to_not_be_null", column="code", mostly=0.91)
    assert not strict.passed


def test_rows_can_be_chosen(staff: Path) -> None:
    condition = {
        "type": "comparison",
        "column": {"name": "row_number"},
        "operator": "<=",
        "parameter": 20,
    }
    result = only(
        staff, "expect_column_values_to_not_be_null", column="code", row_condition=condition
    )
    assert (result.unexpected_count, result.element_count) == (2, 20)


def test_whole_tables_are_observed(staff: Path) -> None:
    result = only(staff, "expect_table_row_count_to_be_between", min_value=1000)
    assert (result.passed, result.observed, result.unexpected_count) == (False, "100", None)


@pytest.mark.parametrize(
    "broken",
    [
        rule("expect_column_values_to_not_be_null", column="nobody"),
        rule("expect_column_values_to_be_between", column="fte", min_value=0),
        rule("unexpected_rows_expectation", unexpected_rows_query="select nobody from {batch}"),
    ],
    ids=["missing column", "text as number", "faulty query"],
)
def test_what_cannot_be_evaluated_is_an_error_of_the_check(
    staff: Path, broken: dict[str, Any]
) -> None:
    sound = rule("expect_column_values_to_be_in_set", column="file_id", value_set=["f0", "f1"])
    first, second = validate(staff, suite(broken, sound))
    assert first.error
    assert (first.passed, first.unexpected_count, first.failing_keys) == (False, None, ())
    assert second.passed


@pytest.mark.parametrize(
    ("kind", "kwargs"),
    [
        ("expect_nothing_of_the_sort", {}),
        ("expect_column_values_to_not_be_null", {}),
        ("unexpected_rows_expectation", {"unexpected_rows_query": "select '{2}' from {batch"}),
    ],
)
def test_what_is_no_expectation_names_the_suite(
    staff: Path, kind: str, kwargs: dict[str, Any]
) -> None:
    with pytest.raises(SuiteError, match=rf"raw/staff\.json: expectation 1 \({kind}\)"):
        validate(staff, suite(rule(kind, **kwargs)))


def test_severity_decides_success() -> None:
    def found(severity: str) -> SuiteResult:
        result = ExpectationResult("type", (), "expected", "reason", severity, passed=False)  # type: ignore[arg-type]
        return SuiteResult("raw.staff", rows=1, results=(result,))

    assert not found("critical").success
    assert found("warning").success
    assert found("warning").failed("warning")
    assert not SuiteResult("raw.staff", rows=0, error="not there").success
    assert SuiteResult("raw.staff", rows=0, skipped="empty").success


CODED = suite(rule("expect_column_values_to_not_be_null", column="code"))


def test_a_run_counts_and_validates(staff: Path) -> None:
    result = check_table(staff, CODED)
    assert (result.name, result.rows, result.success) == ("raw.staff", 100, False)


def test_a_run_finds_its_suite(tmp_path: Path) -> None:
    boards = """
        select
            'f1' as file_id, i::integer as row_number, 'E5400000' || i as icb_ons_code,
            'Q' || i as icb_code, 'NHS ' || i || ' Integrated Care Board' as icb_name,
            false as is_synthetic
        from range(10, 52) as rows (i)
    """
    file = warehouse(tmp_path / "warehouse.duckdb", {"raw.ods__icbs": boards})
    result = run_suite(file, "raw", "ods__icbs")
    assert (result.rows, result.success, result.failed("warning")) == (42, True, ())


def test_an_empty_table_is_skipped_and_says_so(staff: Path) -> None:
    change(staff, "delete from raw.staff")
    result = check_table(staff, CODED)
    assert result.success
    assert result.skipped == "raw.staff holds no rows: no file that fills it has been received"


def test_an_empty_table_that_may_not_be_is_checked(staff: Path) -> None:
    counted = rule("expect_table_row_count_to_be_between", min_value=1)
    change(staff, "delete from raw.staff")
    assert not check_table(staff, suite(counted, may_be_empty=False)).success


def test_a_missing_table_or_warehouse_is_an_error_of_the_check(staff: Path, tmp_path: Path) -> None:
    change(staff, "drop table raw.staff")
    for file in (staff, tmp_path / "nowhere.duckdb"):
        result = check_table(file, CODED)
        assert not result.success
        assert result.error == (
            f"raw.staff is not in {file}: materialise it, then run its check again"
        )


def test_the_file_is_free_for_a_writer_right_after(staff: Path) -> None:
    expected = suite(
        rule("expect_column_values_to_not_be_null", column="code"),
        rule("expect_column_values_to_not_be_null", column="nobody"),
    )
    for step in range(3):
        validate(staff, expected)
        change(staff, f"create table raw.step_{step} as select 1 as one")
    writer = f"import duckdb; duckdb.connect({str(staff)!r}).execute('create table t (i int)')"
    subprocess.run([sys.executable, "-c", writer], check=True, timeout=60)


def test_a_fault_leaves_nothing_open(staff: Path) -> None:
    with pytest.raises(SuiteError):
        validate(staff, suite(rule("expect_nothing_of_the_sort")))
    change(staff, "create table raw.after as select 1 as one")


def test_reading_changes_nothing(staff: Path) -> None:
    before = staff.read_bytes()
    validate(staff, suite(rule("expect_column_values_to_not_be_null", column="code")))
    assert staff.read_bytes() == before


def test_other_readers_may_hold_the_file(staff: Path) -> None:
    with duckdb.connect(str(staff), read_only=True) as reader:
        rows = reader.execute("select * from raw.staff order by row_number")
        assert rows.fetchone()
        validate(staff, suite(rule("expect_column_values_to_not_be_null", column="code")))
        assert len(rows.fetchall()) == 99


def test_a_path_may_hold_spaces_and_signs(tmp_path: Path) -> None:
    folder = tmp_path / "a b#c%20é"
    folder.mkdir()
    file = warehouse(folder / "warehouse.duckdb", {"raw.staff": STAFF})
    assert only(file, "expect_table_row_count_to_equal", value=100).passed


def test_a_process_that_checked_ends_silently(staff: Path) -> None:
    script = (
        "from pathlib import Path\n"
        "from orchestration.checks.validation import validate\n"
        "from tests.unit.check_tables import rule, suite\n"
        f"validate(Path({str(staff)!r}), suite(rule('expect_column_to_exist', column='code')))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=120
    )
    assert (done.stdout, done.stderr) == ("", "")
