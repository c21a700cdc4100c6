"""Runs single dbt models on tables made by hand, hundreds of times a minute, without dbt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType
from typing import Any

import duckdb
from jinja2 import Environment, StrictUndefined

from orchestration.home import PROJECT_ROOT

PROJECT = PROJECT_ROOT / "dbt_project"


def build_models(connection: duckdb.DuckDBPyConnection, models: Iterable[str]) -> None:
    """Makes each model a table of its name; what it refers to are tables of that connection."""
    for model in models:
        connection.execute(f"create or replace table {model} as {rendered(model)}")


def failures_of(
    connection: duckdb.DuckDBPyConnection, test: str, **arguments: Any
) -> list[tuple[Any, ...]]:
    """The rows that a generic test of the project finds wrong."""
    call = environment().from_string("{{ " + test + "(**arguments) }}")
    return connection.execute(call.render(arguments=arguments)).fetchall()


@cache
def rendered(model: str) -> str:
    """The SQL of a model, for DuckDB."""
    (path,) = (PROJECT / "models").rglob(f"{model}.sql")
    return environment().from_string(path.read_text("utf-8")).render()


@cache
def environment() -> Environment:
    """Jinja with the project's macros and generic tests, and dbt as `make lint` replaces it."""
    made = Environment(undefined=StrictUndefined, autoescape=False, extensions=["jinja2.ext.do"])
    made.globals.update(
        adapter=_stand_in("adapter"),
        dbt=_stand_in("dbt"),
        ref=lambda name: name,
        **{"return": lambda value: value},
    )
    texts = [path.read_text("utf-8") for path in sorted((PROJECT / "macros").rglob("*.sql"))]
    macros = re.sub(r"{%(-?) (end)?test\b", r"{%\1 \2macro", "\n".join(texts))
    module = made.from_string(macros).make_module()
    made.globals.update(
        {name: one for name, one in vars(module).items() if not name.startswith("_")}
    )
    return made


def _stand_in(name: str) -> ModuleType:
    # By its path: one of them bears the name of dbt itself.
    spec = spec_from_file_location(f"lint_{name}", PROJECT / "lint" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
