"""Table macros of an edition, one SQL file each: questions that take a day, a cell or a body."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from orchestration.home import PROJECT_ROOT

if TYPE_CHECKING:
    from jinja2 import Environment

HERE = Path(__file__).parent
# What a macro has in common with a mart is written once, where dbt reads it too.
ROOMS = ("statements", "freshness", "metrics")
SHARED = [PROJECT_ROOT / "dbt_project" / "macros" / room for room in ROOMS]


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
    templates = environment()
    return {
        path.stem: templates.get_template(path.name).render() for path in sorted(HERE.glob("*.sql"))
    }


def environment() -> Environment:
    """Jinja as the shared texts are written for: without anything that dbt adds to it.

    A room of shared macros is one template, `<room>.sql`: they know each other, as under dbt.
    """
    # Imported late: commands that only read an edition do without it.
    from jinja2 import (  # noqa: PLC0415
        ChoiceLoader,
        DictLoader,
        Environment,
        FileSystemLoader,
        StrictUndefined,
    )

    shared = {f"{room.name}.sql": _texts_of(room) for room in SHARED}
    return Environment(
        loader=ChoiceLoader([FileSystemLoader(HERE), DictLoader(shared)]),
        undefined=StrictUndefined,
        autoescape=False,
    )


def _texts_of(room: Path) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(room.glob("*.sql")))
