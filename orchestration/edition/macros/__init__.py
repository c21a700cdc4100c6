"""Table macros of an edition, one SQL file each: questions that take a day."""

from __future__ import annotations

from pathlib import Path

import duckdb

from orchestration.home import PROJECT_ROOT

HERE = Path(__file__).parent
# What a macro has in common with a mart is written once, where dbt reads it too.
SHARED = PROJECT_ROOT / "dbt_project" / "macros" / "statements"


def create_macros(connection: duckdb.DuckDBPyConnection) -> None:
    """Create every macro in the database attached as `edition`, whose tables are all there.

    Tables are named without their database, so that a macro works under whatever name the file is
    opened.
    """
    connection.execute("use edition")
    for statements in rendered().values():
        connection.execute(statements)
    connection.execute("use memory")


def rendered() -> dict[str, str]:
    """The statements that create each macro, by its name."""
    # Imported late: commands that only read an edition do without it.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415

    environment = Environment(
        loader=FileSystemLoader([HERE, SHARED]), undefined=StrictUndefined, autoescape=False
    )
    return {
        path.stem: environment.get_template(path.name).render()
        for path in sorted(HERE.glob("*.sql"))
    }
