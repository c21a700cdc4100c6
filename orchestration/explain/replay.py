"""Runs the models of one metric again over archived rows, each figure with where it comes from.

Nothing of it stays: everything happens in memory, from the archive and the edition, both of which
may be read while a build writes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from orchestration.catalogue import Catalogue
from orchestration.edition.contents import identifier, literal
from orchestration.edition.rows import rows_of
from orchestration.errors import PlainError
from orchestration.explain.clauses import UnsupportedSqlError
from orchestration.explain.lineage import Step, compiled_sql, steps_to
from orchestration.explain.models import Model, ask, resolved
from orchestration.explain.origins import ROWS, origin_name
from orchestration.explain.rewrite import traced
from orchestration.explain.sources import RECEIVED, Sources
from orchestration.home import Home

FIGURES = ("value", "numerator", "denominator", "base_count")
KEY = (
    "measure_id",
    "definition_id",
    "period_type",
    "period_start",
    "period_end",
    "geography_level",
    "organisation_code",
    "breakdown_type",
    "breakdown_value",
    "published_on",
    "file_id",
)
TRACED = "traced"


@dataclass(frozen=True)
class Traced:
    """A vintage as the models give it again, and the source cells each figure is made of.

    `rows` are all rows that it rests on, those that only decided something too.
    """

    figures: Mapping[str, Any]
    cells: Mapping[str, tuple[int, ...]]
    rows: tuple[int, ...]


class Replay:
    """The models of one metric over what was known on a day, in memory.

    `warehouse` in the connection has the names that the compiled SQL uses.
    """

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        home: Home,
        catalogue: Catalogue,
        steps: list[Step],
        known_on: date,
    ) -> None:
        self.sources = Sources(connection, home, catalogue, known_on)
        self.steps = steps
        self.connection = connection
        self._home = home
        self._known_on = known_on
        self._columns: dict[str, list[str]] = {}
        for schema in {step.name.split(".")[0] for step in steps} | {"raw", RECEIVED, TRACED}:
            connection.execute(f"create schema {identifier(schema)}")
        for step in steps:
            self._columns[step.name] = self._make(step)

    def _make(self, step: Step) -> list[str]:
        schema, table = step.name.split(".", 1)
        name = f"{identifier(schema)}.{identifier(table)}"
        if step.kind == "raw":
            return self.sources.load(table)
        if step.kind == "reference":
            known = f" where published_on <= date {literal(str(self._known_on))}"
            self.connection.execute(
                f"create view {name} as from edition.{name}{known if table == 'files' else ''}"
            )
        else:
            # Empty, for its columns: what is asked of it is asked with the origins, or of few rows.
            sql = compiled_sql(self._home, step)
            self.connection.execute(f"create table {name} as from ({sql}) limit 0")
        described = self.connection.execute(f"describe {name}").fetchall()
        return [row[0] for row in described]

    def trace(self) -> None:
        """Makes `traced.<schema>__<table>` of every step but reference data."""
        models: dict[str, Model] = {}
        wanted: dict[str, set[str]] = {self.steps[-1].name: set(FIGURES)}
        for step in reversed(self.steps):
            if step.kind != "model":
                continue
            schema = {parent: self._columns[parent] for parent in step.parents}
            try:
                models[step.name] = resolved(compiled_sql(self._home, step), schema)
                asked = ask(models[step.name], wanted.get(step.name, set()))
            except UnsupportedSqlError as error:
                raise _unsupported(step, error) from error
            for name, columns in asked.items():
                wanted.setdefault(name, set()).update(columns)
        rename = {
            step.name: traced_name(step.name) for step in self.steps if step.kind != "reference"
        }
        for step in self.steps:
            columns = wanted.get(step.name, set())
            if step.kind == "raw":
                table = step.name.split(".", 1)[1]
                self.sources.number(table, columns, rename[step.name])
            elif step.kind == "model":
                try:
                    sql = traced(models[step.name], columns, rename)
                except UnsupportedSqlError as error:
                    raise _unsupported(step, error) from error
                self.connection.execute(f"create table {rename[step.name]} as {sql}")

    def keep_only(self, cells: Iterable[int]) -> None:
        """Runs the models on the rows of these source cells alone, for `find` to see.

        As tables: views upon views would be planned again for every time that one is read.
        """
        kept = list(cells)
        for step in self.steps:
            if step.kind == "raw":
                self.sources.keep_only(step.name.split(".", 1)[1], kept)
            elif step.kind == "model":
                self.connection.execute(
                    f"create or replace table {step.name} as {compiled_sql(self._home, step)}"
                )

    def find(self, key: Mapping[str, Any]) -> dict[str, Any] | None:
        """The figures of one vintage as the models give them; None where they give none."""
        return self._row(self.steps[-1].name, key, ", ".join(FIGURES))

    def follow(self, key: Mapping[str, Any]) -> Traced | None:
        """One vintage with its origins, after `trace`; None where the models do not give it."""
        lists = ", ".join([ROWS, *(origin_name(figure) for figure in FIGURES)])
        row = self._row(traced_name(self.steps[-1].name), key, f"{', '.join(FIGURES)}, {lists}")
        if row is None:
            return None
        return Traced(
            {figure: row[figure] for figure in FIGURES},
            {figure: tuple(sorted(set(row[origin_name(figure)] or ()))) for figure in FIGURES},
            tuple(sorted(set(row[ROWS] or ()))),
        )

    def _row(self, name: str, key: Mapping[str, Any], columns: str) -> dict[str, Any] | None:
        conditions = " and ".join(f"{one} is not distinct from ${one}" for one in KEY)
        query = f"select {columns} from {name} where {conditions} limit 1"
        found = rows_of(self.connection, query, {one: key[one] for one in KEY})
        return found[0] if found else None


@contextmanager
def replay(
    home: Home, catalogue: Catalogue, manifest: Mapping[str, Any], metric_id: str, known_on: date
) -> Iterator[Replay]:
    """A metric's models over what was known on a day, ready to be asked."""
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        # What does not fit into memory must not spill into the folder one happens to be in.
        connection.execute(f"set temp_directory = {literal(folder)}")
        connection.execute(f"attach {literal(str(home.edition))} as edition (read_only)")
        connection.execute("attach ':memory:' as warehouse; use warehouse")
        yield Replay(connection, home, catalogue, steps_to(manifest, metric_id), known_on)


def traced_name(name: str) -> str:
    """What the relation with origins is called."""
    return f"{TRACED}.{name.replace('.', '__')}"


def _unsupported(step: Step, error: UnsupportedSqlError) -> PlainError:
    return PlainError(
        f"The rows behind {step.name} cannot be followed: its SQL holds {error}.",
        "Write the model without it, or teach orchestration/explain/rewrite.py to follow it.",
    )
