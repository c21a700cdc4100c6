"""Stands in for dbt's adapter while sqlfluff renders a model: dispatch picks DuckDB's macro."""

from collections.abc import Callable
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context


@pass_context
def dispatch(context: Context, name: str, _package: str) -> Callable[..., Any]:
    """The macro `duckdb__<name>`; the package is always this project."""
    macro: Callable[..., Any] = context[f"duckdb__{name}"]
    return macro
