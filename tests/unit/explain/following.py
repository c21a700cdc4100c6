"""Small tables whose rows are numbered, and a query over them rewritten and asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb

from orchestration.edition.rows import rows_of
from orchestration.explain.models import ask, resolved
from orchestration.explain.origins import ROWS, origin_name
from orchestration.explain.replay import traced_name
from orchestration.explain.rewrite import traced

Rows = Sequence[Mapping[str, Any]]


def follow(
    sql: str, figure: str = "amount", **tables: Rows
) -> list[tuple[dict[str, Any], set[str], set[str]]]:
    """Each answer of the query, the source rows of `figure`, and all rows that it rests on.

    A row of a table `t` is called `t1`, `t2` and so on; the query reads it as `raw.t`.
    """
    with duckdb.connect() as connection:
        connection.execute("create schema raw; create schema traced")
        names: list[str] = []
        schema = {}
        for table, rows in tables.items():
            columns = list(rows[0])
            schema[f"raw.{table}"] = columns
            _create(connection, f"raw.{table}", rows, columns)
            first = len(names)
            origins = ", ".join(
                f"case when {one} is not null then [{first} + rowid] end::bigint[] as "
                f"{origin_name(one)}"
                for one in columns
            )
            connection.execute(
                f"create view {traced_name(f'raw.{table}')} as"
                f" select *, [{first} + rowid]::bigint[] as {ROWS}, {origins} from raw.{table}"
            )
            names += [f"{table}{number}" for number in range(1, len(rows) + 1)]
        model = resolved(sql, schema)
        ask(model, {figure})
        rewritten = traced(model, {figure}, {name: traced_name(name) for name in schema})
        found = rows_of(connection, rewritten)
        plain = connection.execute(sql).fetchall()
    told = [
        (
            {name: value for name, value in row.items() if "__" not in name},
            {names[number] for number in row[origin_name(figure)] or ()},
            {names[number] for number in row[ROWS] or ()},
        )
        for row in found
    ]
    given = [tuple(row.values()) for row, _, _ in told]
    assert sorted(given, key=repr) == sorted(plain, key=repr), "the rewriting changed the answer"
    return told


def _create(
    connection: duckdb.DuckDBPyConnection, name: str, rows: Rows, columns: Sequence[str]
) -> None:
    kinds = {int: "bigint", float: "double", str: "varchar", bool: "boolean"}
    declared = []
    for column in columns:
        given = next((row[column] for row in rows if row[column] is not None), "")
        declared.append(f"{column} {kinds[type(given)]}")
    connection.execute(f"create table {name} ({', '.join(declared)})")
    marks = ", ".join("?" * len(columns))
    connection.executemany(
        f"insert into {name} values ({marks})", [[row[c] for c in columns] for row in rows]
    )
