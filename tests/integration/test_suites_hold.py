"""Every suite holds on the sample and on the real published files; what warns of those is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from orchestration.checks import SuiteResult, run_suite
from orchestration.checks.suites import suites_of
from orchestration.home import Home

NAMES = [suite.name for schema in ("raw", "marts") for suite in suites_of(schema)]
PUBLISHED_SLIPS = {
    # Release of July 2022: one trust of the South West under the code of the South East.
    ("raw.sickness_absence__organisation_series", "A region's code has one name in a file"),
}


def check(warehouse: Path, name: str) -> SuiteResult:
    result = run_suite(warehouse, *name.split("."))
    assert result.error is None
    assert [found.error for found in result.results if found.error] == []
    assert [found.expected for found in result.failed("critical")] == []
    return result


@pytest.mark.parametrize("name", NAMES)
def test_suites_hold_on_the_sample(sample_home: Home, name: str) -> None:
    result = check(sample_home.warehouse, name)
    warnings = {found.expected for found in result.failed("warning")}
    assert warnings == set()


@pytest.mark.published
@pytest.mark.parametrize("name", NAMES)
def test_suites_hold_on_published_files(published_home: Home, name: str) -> None:
    result = check(published_home.warehouse, name)
    warnings = {(name, found.expected) for found in result.failed("warning")}
    assert warnings <= PUBLISHED_SLIPS
