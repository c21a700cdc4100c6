"""Rewrites a model's SQL so that its rows and figures carry the source rows that made them."""

from __future__ import annotations

from collections.abc import Mapping

from sqlglot import exp

from orchestration.explain.clauses import (
    UnsupportedSqlError,
    aggregates,
    has_aggregates,
    windows,
)
from orchestration.explain.models import (
    Model,
    as_select,
    key_of,
    output_names,
    sources_of,
    unwrapped,
)
from orchestration.explain.origins import (
    ROWS,
    WITNESSED,
    Origins,
    flattened,
    of_group,
    origin_name,
    rows_of_window,
    smallest,
    united,
    witness,
)

LIST = "bigint[]"


def traced(model: Model, columns: set[str], rename: Mapping[str, str]) -> str:
    """The model's query with `__rows` and the `__from` of `columns`; `rename` maps its tables.

    A table that `rename` does not name holds reference data: it has no source rows.
    """
    rewriter = _Rewriter(model.wanted, {cte.alias for cte in model.ctes}, rename)
    query = model.query.copy()
    with_ = query.args.get("with_") or query.args.get("with")
    for cte in with_.expressions if with_ else []:
        cte.set("this", rewriter.query(cte.this, model.wanted.get(cte.alias, set())))
    key = "with_" if query.args.get("with_") else "with"
    query.set(key, None)
    answer = rewriter.query(query, columns)
    answer.set(key, with_)
    return answer.sql("duckdb")


class _Rewriter:
    """Adds the columns of origin to the queries of one model."""

    def __init__(
        self, wanted: Mapping[str, set[str]], ctes: set[str], rename: Mapping[str, str]
    ) -> None:
        self._wanted = wanted
        self._ctes = ctes
        self._rename = rename

    def query(self, query: exp.Expr, columns: set[str]) -> exp.Query:
        query = unwrapped(query)
        names = output_names(query)
        ordered = [name for name in names if name in columns]
        if isinstance(query, exp.SetOperation):
            return self._union(query, ordered, names)
        return self._select(as_select(query).copy(), {name: name for name in ordered})

    def _union(self, union: exp.SetOperation, ordered: list[str], names: list[str]) -> exp.Query:
        if not isinstance(union, exp.Union):
            raise UnsupportedSqlError(f"{union.key} of two queries")
        parts: list[exp.Query] = []
        for part in (union.left, union.right):
            inner = unwrapped(part)
            own = output_names(inner)
            # A part may call its columns otherwise: they stand for each other by position.
            called = {own[names.index(name)]: name for name in ordered}
            if isinstance(inner, exp.SetOperation):
                parts.append(self._union(inner, list(called), own))
            else:
                parts.append(self._select(as_select(inner).copy(), called))
        both = exp.Union(this=parts[0], expression=parts[1], distinct=False)
        if not union.args.get("distinct"):
            return both
        return _one_of_equals(both, names, ordered)

    def _select(self, select: exp.Select, ordered: Mapping[str, str]) -> exp.Query:
        """`ordered` maps the columns whose origin is asked for to what they are called outside."""
        sources = sources_of(select)
        if any(one.args.get("kind") in ("SEMI", "ANTI") for one in select.args.get("joins") or []):
            raise UnsupportedSqlError("a semi or anti join")
        lists: list[exp.Expr] = []
        asked: dict[str, set[str]] = {}
        for alias, source in sources.items():
            asked[alias] = self._replace(source)
            if self._has_rows(source):
                lists.append(exp.column(ROWS, alias))
        self._refuse_queries(select)
        rows = united(lists)
        is_grouped = has_aggregates(select)

        def of_column(column: exp.Column) -> exp.Expr | None:
            if column.name not in asked.get(column.table, set()):
                return None
            return exp.column(origin_name(column.name), column.table)

        origins = Origins(of_column, rows, is_grouped=is_grouped)
        made = {
            projection.alias_or_name: origins.of(projection.unalias())
            for projection in select.expressions
            if projection.alias_or_name in ordered
        }
        names = [projection.alias_or_name for projection in select.expressions]
        row_list = self._rows(select, rows, is_grouped=is_grouped)
        additions = [_named(row_list, ROWS)]
        additions += [_named(made[name], origin_name(called)) for name, called in ordered.items()]
        distinct = select.args.get("distinct")
        select.set("distinct", None)
        select = select.select(*additions, append=True, copy=False)
        if distinct is None:
            return select
        if distinct.args.get("on"):
            raise UnsupportedSqlError("distinct on")
        return _one_of_equals(select, names, list(ordered.values()))

    def _rows(
        self, select: exp.Select, rows: exp.Expr | None, *, is_grouped: bool
    ) -> exp.Expr | None:
        if rows is None:
            return None
        in_windows = [rows_of_window(window, rows) for window in windows(select)]
        if not is_grouped:
            return united([rows, *in_windows])
        if any(in_windows):
            raise UnsupportedSqlError("a window over groups")
        functions = list(aggregates(select))
        if any(not isinstance(function, WITNESSED) for function in functions):
            return flattened(of_group(rows))
        witnesses = []
        for function in functions:
            condition = function.parent if isinstance(function.parent, exp.Filter) else None
            found = witness(function, rows)
            if condition is not None:
                found = exp.Filter(this=found, expression=condition.expression.copy())
            witnesses.append(found)
        return united([smallest(rows), *witnesses])

    def _replace(self, source: exp.Expr) -> set[str]:
        """Points a source at what carries its rows; returns the columns whose origin it has."""
        if isinstance(source, exp.Subquery):
            wanted: set[str] = source.meta.get("wanted", set())
            source.set("this", self.query(source.this, wanted))
            return wanted
        if isinstance(source, exp.Table) and self._has_rows(source):
            key = key_of(source)
            if key in self._rename:
                schema, name = self._rename[key].split(".", 1)
                source.set("db", exp.to_identifier(schema))
                source.set("this", exp.to_identifier(name))
            return self._wanted.get(key, set())
        return set()

    def _has_rows(self, source: exp.Expr) -> bool:
        if isinstance(source, exp.Table):
            schema = source.db
            return (
                (not schema and source.name in self._ctes)
                or key_of(source) in self._rename
                or (schema == "traced")
            )
        return isinstance(source, exp.Subquery)

    @staticmethod
    def _refuse_queries(select: exp.Select) -> None:
        parts = [*select.expressions, select.args.get("where"), select.args.get("having")]
        parts += [join.args.get("on") for join in select.args.get("joins") or []]
        for part in filter(None, parts):
            if found := part.find(exp.Query):
                raise UnsupportedSqlError(f"a query inside an expression: {found.sql()[:80]}")


def _one_of_equals(query: exp.Query, names: list[str], ordered: list[str]) -> exp.Query:
    """Equal rows once, with the source rows of one of them: each says all that is said."""
    keys = [exp.column(name) for name in names]
    lists = [ROWS, *(origin_name(name) for name in ordered)]
    shortest = [exp.alias_(smallest(exp.column(name)), name) for name in lists]
    return (
        exp.select(*keys, *shortest)
        .from_(query.subquery("every"))
        .group_by(*(key.copy() for key in keys))
    )


def _named(rows: exp.Expr | None, name: str) -> exp.Expr:
    return exp.alias_(exp.cast(rows.copy() if rows else exp.Null(), LIST, dialect="duckdb"), name)
