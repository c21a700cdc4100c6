"""What Great Expectations checks: raw values as published, and marts before anybody sees them."""

from orchestration.checks.asset_checks import mart_suite_checks, raw_suite_checks
from orchestration.checks.documents import SuiteError
from orchestration.checks.results import ExpectationResult, SuiteResult
from orchestration.checks.run import run_suite

__all__ = [
    "ExpectationResult",
    "SuiteError",
    "SuiteResult",
    "mart_suite_checks",
    "raw_suite_checks",
    "run_suite",
]
