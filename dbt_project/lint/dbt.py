"""Stands in for dbt's own macros while sqlfluff renders a model: the types of DuckDB."""


def type_string() -> str:
    """The type of text."""
    return "varchar"
