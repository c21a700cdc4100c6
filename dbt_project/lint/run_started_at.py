"""Stands in for the moment at which dbt was started, while sqlfluff renders a model."""


def strftime(_form: str) -> str:
    """A day."""
    return "2024-11-28"
