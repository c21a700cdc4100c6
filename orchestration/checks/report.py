"""Tells what a suite found as the metadata of a Dagster check: counts, results, failing keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import dagster as dg

from orchestration.checks.results import ExpectationResult, SuiteResult
from orchestration.checks.suites import Severity

CELL_LENGTH = 200


def metadata(result: SuiteResult, severity: Severity) -> dict[str, dg.MetadataValue]:
    """What one check of a suite shows: its expectations, and the rows that broke them."""
    results = result.of(severity)
    failed = result.failed(severity)
    shown: dict[str, dg.MetadataValue] = {
        "suite": dg.MetadataValue.text(result.name),
        "rows": dg.MetadataValue.int(result.rows),
        "expectations": dg.MetadataValue.int(len(results)),
        "failed": dg.MetadataValue.int(len(failed)),
    }
    if result.skipped:
        shown["skipped"] = dg.MetadataValue.text(result.skipped)
    if errors := [line for line in (result.error, *map(_error, failed)) if line]:
        shown["errors_of_the_check"] = dg.MetadataValue.md("\n\n".join(errors))
    if any(found.failing_keys for found in failed):
        shown["failing_keys"] = dg.MetadataValue.md(failing_keys(failed))
    if results:
        shown["results"] = _table(results)
    return shown


def summary(result: SuiteResult, severity: Severity) -> str:
    """One sentence: passed, skipped, or what broke."""
    if result.skipped or result.error:
        return result.skipped or result.error or ""
    failed = result.failed(severity)
    if not failed:
        return f"All {len(result.of(severity))} {severity} expectations of {result.name} hold."
    return "\n".join(
        f"{_subject(found)}: {found.expected}: {_extent(found)}. {found.reason}" for found in failed
    )


def failing_keys(failed: Iterable[ExpectationResult]) -> str:
    """The rows that break each expectation, one Markdown table an expectation."""
    return "\n\n".join(
        f"**{_subject(found)}**: {_cell(found.expected)} ({_extent(found)})\n\n"
        + _markdown(found.failing_keys)
        for found in failed
        if found.failing_keys
    )


def _error(found: ExpectationResult) -> str | None:
    if found.error is None:
        return None
    return f"**{_subject(found)}**: {found.expected} could not be evaluated: {found.error}"


def _subject(found: ExpectationResult) -> str:
    return ", ".join(found.columns) or "table"


def _extent(found: ExpectationResult) -> str:
    if found.error:
        return "could not be evaluated"
    if found.unexpected_count is None:
        return f"found {found.observed}"
    of = "" if found.element_count is None else f" of {found.element_count:,}"
    return f"{found.unexpected_count:,}{of} unexpected"


def _table(results: Iterable[ExpectationResult]) -> dg.TableMetadataValue:
    return dg.MetadataValue.table(
        [
            dg.TableRecord(
                {
                    "passed": found.passed,
                    "columns": _subject(found),
                    "expected": _shortened(found.expected),
                    "found": _extent(found),
                    "reason": found.reason,
                }
            )
            for found in results
        ]
    )


def _markdown(rows: Iterable[Mapping[str, Any]]) -> str:
    """A Markdown table of rows that have the same columns."""
    listed = list(rows)
    header = list(listed[0])
    body = [[_cell(row.get(name)) for name in header] for row in listed]
    return "\n".join(f"| {' | '.join(line)} |" for line in [header, ["---"] * len(header), *body])


def _cell(value: object) -> str:
    text = "" if value is None else _shortened(str(value))
    return text.replace("|", "\\|").replace("\r", " ").replace("\n", " ")


def _shortened(text: str) -> str:
    return text if len(text) <= CELL_LENGTH else f"{text[:CELL_LENGTH]}..."
