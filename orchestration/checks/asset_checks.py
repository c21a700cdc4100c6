"""Makes each suite two asset checks: what is critical blocks downstream, what warns only shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import dagster as dg

from orchestration.checks.report import metadata, summary
from orchestration.checks.results import SuiteResult
from orchestration.checks.run import check_table
from orchestration.checks.suites import Severity, Suite, load_suite, suites_of
from orchestration.home import Home
from orchestration.lock import exclusive

if TYPE_CHECKING:
    from orchestration.catalogue import Catalogue

POOL = "warehouse"
REGISTER = ("files", "file_arrivals")
CHECK_NAMES: dict[Severity, str] = {
    "critical": "expectations",
    "warning": "expectations_warning",
}
DAGSTER_SEVERITIES: dict[Severity, dg.AssetCheckSeverity] = {
    "critical": dg.AssetCheckSeverity.ERROR,
    "warning": dg.AssetCheckSeverity.WARN,
}


def raw_suite_checks(catalogue: Catalogue) -> list[dg.AssetChecksDefinition]:
    """The checks of every raw table that the catalogue declares, and of the register.

    Raises `SuiteError` where a table has no suite.
    """
    declared = [
        table for publication in catalogue.publications.values() for table in publication.raw_tables
    ]
    return [suite_checks(load_suite("raw", table)) for table in [*declared, *REGISTER]]


def mart_suite_checks() -> list[dg.AssetChecksDefinition]:
    """The checks of every mart that has a suite."""
    return [suite_checks(suite) for suite in suites_of("marts")]


def suite_checks(suite: Suite) -> dg.AssetChecksDefinition:
    """One run of a suite, reported as one check a severity."""
    severities = suite.severities

    @dg.multi_asset_check(
        name=f"expect_{suite.schema_name}_{suite.table}",
        specs=[_spec(suite, severity) for severity in severities],
        description=suite.meta.description,
        compute_kind="greatexpectations",
        pool=POOL,
    )
    def check() -> Iterator[dg.AssetCheckResult]:
        home = Home.from_environment()
        with exclusive(home.lock, purpose=f"checking {suite.name}"):
            result = check_table(home.warehouse, suite)
        yield from _results(result, _asset(suite), severities)

    return check


def _spec(suite: Suite, severity: Severity) -> dg.AssetCheckSpec:
    return dg.AssetCheckSpec(
        name=CHECK_NAMES[severity],
        asset=_asset(suite),
        description=suite.meta.description,
        blocking=severity == "critical",
        metadata={"suite": f"expectations/{suite.schema_name}/{suite.table}.json"},
    )


def _results(
    result: SuiteResult, asset: dg.AssetKey, severities: Sequence[Severity]
) -> Iterator[dg.AssetCheckResult]:
    for severity in severities:
        yield dg.AssetCheckResult(
            asset_key=asset,
            check_name=CHECK_NAMES[severity],
            passed=result.error is None and not result.failed(severity),
            severity=DAGSTER_SEVERITIES[severity],
            description=summary(result, severity),
            metadata=metadata(result, severity),
        )


def _asset(suite: Suite) -> dg.AssetKey:
    return dg.AssetKey([suite.schema_name, suite.table])
