"""What a run of a suite found, in plain values that no engine is needed to read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from orchestration.checks.suites import Severity

FAILING_KEYS_SHOWN = 20


@dataclass(frozen=True)
class ExpectationResult:
    """One expectation against one table.

    `unexpected_count` counts the rows (of a query: the rows it returns) that break it and
    `element_count` those it looked at; both are None where the expectation is about the table as a
    whole. `failing_keys` holds at most twenty rows that break it. `error` is set where the
    expectation could not be evaluated: a fault of the suite, which says nothing about the data.
    """

    type: str
    columns: tuple[str, ...]
    expected: str
    reason: str
    severity: Severity
    passed: bool
    observed: str | None = None
    unexpected_count: int | None = None
    element_count: int | None = None
    failing_keys: tuple[Mapping[str, Any], ...] = ()
    error: str | None = None


@dataclass(frozen=True)
class SuiteResult:
    """A suite against one table; `rows` is how many rows the table held.

    `skipped` says why nothing was evaluated, `error` why nothing could be.
    """

    name: str
    rows: int
    results: tuple[ExpectationResult, ...] = ()
    skipped: str | None = None
    error: str | None = None

    @property
    def success(self) -> bool:
        """Nothing critical broke, and all of it could be evaluated."""
        return self.error is None and not self.failed("critical")

    def of(self, severity: Severity) -> tuple[ExpectationResult, ...]:
        """The results of one severity."""
        return tuple(result for result in self.results if result.severity == severity)

    def failed(self, severity: Severity) -> tuple[ExpectationResult, ...]:
        """Those of one severity that did not pass, faults of the suite among them."""
        return tuple(result for result in self.of(severity) if not result.passed)
