"""One model's query, resolved, and what it asks of its tables to say where figures come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import sqlglot
from sqlglot import exp
from sqlglot.optimizer.qualify import qualify

from orchestration.explain.clauses import UnsupportedSqlError, figures

Schema = Mapping[str, list[str]]
"""The columns of every table that a model reads, by `schema.name`."""


@dataclass
class Model:
    """One model's query, its stars and columns resolved; `wanted` fills up from those who read it.

    `wanted` holds the columns of each relation whose origin somebody downstream asks for: of CTEs
    by their name, of tables by `schema.name`.
    """

    query: exp.Query
    wanted: dict[str, set[str]] = field(default_factory=dict)

    @property
    def ctes(self) -> list[exp.CTE]:
        """The common table expressions, in order."""
        with_ = self.query.args.get("with_") or self.query.args.get("with")
        return list(with_.expressions) if with_ else []


def resolved(sql: str, schema: Schema) -> Model:
    """A model's query with every star spelt out and every column named with its relation."""
    tree = sqlglot.parse_one(sql, read="duckdb")
    for table in tree.find_all(exp.Table):
        table.set("catalog", None)
    nested: dict[str, dict[str, object]] = {}
    for name, columns in schema.items():
        database, table_name = name.split(".", 1)
        nested.setdefault(database, {})[table_name] = dict.fromkeys(columns, "unknown")
    for select in tree.find_all(exp.Select):
        _inline_windows(select)
    query = qualify(
        tree,
        dialect="duckdb",
        schema=dict(nested),
        quote_identifiers=False,
        validate_qualify_columns=False,
    )
    if not isinstance(query, exp.Query):
        raise UnsupportedSqlError("a statement that is no query")
    return Model(query)


def ask(model: Model, columns: set[str]) -> dict[str, set[str]]:
    """What the model must ask of the tables it reads to answer where `columns` come from."""
    names = {cte.alias for cte in model.ctes}
    _ask(model.query, columns, model.wanted)
    for cte in reversed(model.ctes):
        _ask(cte.this, model.wanted.get(cte.alias, set()), model.wanted)
    return {name: wanted for name, wanted in model.wanted.items() if name not in names}


def output_names(query: exp.Expr) -> list[str]:
    """The columns that a query gives; those of a union are called as in its first part."""
    return [projection.alias_or_name for projection in _first_select(query).expressions]


def _ask(query: exp.Expr, columns: set[str], wanted: dict[str, set[str]]) -> None:
    if isinstance(query, exp.SetOperation):
        names = output_names(query)
        for part in (query.left, query.right):
            own = output_names(unwrapped(part))
            _ask(unwrapped(part), {own[names.index(name)] for name in columns}, wanted)
        return
    select = as_select(unwrapped(query))
    found: dict[str, set[str]] = {alias: set() for alias in sources_of(select)}
    for projection in select.expressions:
        if projection.alias_or_name in columns:
            for column in figures(projection.unalias()):
                found.setdefault(column.table, set()).add(column.name)
    for alias, source in sources_of(select).items():
        if isinstance(source, exp.Table):
            wanted.setdefault(key_of(source), set()).update(found[alias])
        elif isinstance(source, exp.Subquery):
            _ask(source.this, found[alias], wanted)
            source.meta["wanted"] = source.meta.get("wanted", set()) | found[alias]


def sources_of(select: exp.Select) -> dict[str, exp.Expr]:
    """The relations that a select reads, by alias, in order."""
    from_ = select.args.get("from_") or select.args.get("from")
    found = [from_.this] if from_ else []
    found += [join.this for join in select.args.get("joins") or []]
    return {source.alias_or_name: source for source in found}


def key_of(table: exp.Table) -> str:
    """A table as `schema.name`, a common table expression by its name."""
    return f"{table.db}.{table.name}" if table.db else table.name


def _first_select(query: exp.Expr) -> exp.Select:
    query = unwrapped(query)
    while isinstance(query, exp.SetOperation):
        query = unwrapped(query.left)
    return as_select(query)


def unwrapped(query: exp.Expr) -> exp.Expr:
    """A query without the brackets around it."""
    while isinstance(query, exp.Subquery | exp.Paren) and not query.alias:
        query = query.this
    return query


def as_select(query: exp.Expr) -> exp.Select:
    """The query as a select; anything else cannot be followed."""
    if not isinstance(query, exp.Select):
        raise UnsupportedSqlError(f"a query that is no select: {query.sql()[:80]}")
    return query


def _inline_windows(select: exp.Select) -> None:
    """Writes each named window out where it is used."""
    named = {window.name: window for window in select.args.get("windows") or []}
    if not named:
        return
    for window in list(select.find_all(exp.Window)):
        definition = named.get(window.alias)
        if definition is None or window in named.values():
            continue
        for part in ("partition_by", "order", "spec"):
            given = definition.args.get(part)
            copied = [one.copy() for one in given] if isinstance(given, list) else given
            window.set(part, copied.copy() if isinstance(copied, exp.Expr) else copied)
        window.set("alias", None)
    select.set("windows", None)
