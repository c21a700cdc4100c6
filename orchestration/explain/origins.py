"""Which source cells an SQL expression is made of, as another SQL expression.

A figure `x` of a relation is followed by `x__from`: the published cells that it is made of, as a
list of numbers, null where there are none. This module mirrors an expression over figures as one
over their `__from`.
Additive functions need every row that they add; a smallest, largest, first or last value needs the
one row that gives it; a condition decides, and is no part of the figure unless the branches that it
chooses between are constants.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sqlglot import exp

from orchestration.explain.clauses import (
    RANKINGS,
    UnsupportedSqlError,
    asks_whether_any,
    branches,
    conditions,
    figures,
    function_of,
    undistinct,
)

SUFFIX = "__from"
ROWS = "__rows"
NEIGHBOURS = (exp.FirstValue, exp.LastValue, exp.Lag, exp.Lead)
LARGEST = (exp.Max, exp.LogicalOr)
SMALLEST = (exp.Min, exp.LogicalAnd)
WITNESSED = (*LARGEST, *SMALLEST, exp.ArgMax, exp.ArgMin, exp.AnyValue, exp.First, exp.Last)
ColumnOrigin = Callable[[exp.Column], exp.Expr | None]


def origin_name(column: str) -> str:
    """The column that says where a figure comes from."""
    return f"{column}{SUFFIX}"


def united(parts: Iterable[exp.Expr | None]) -> exp.Expr | None:
    """One list of several, without repetition; nulls count as empty."""
    found = list({part.sql("duckdb"): part for part in parts if part is not None}.values())
    if len(found) < 2:
        return found[0].copy() if found else None
    union = found[0].copy()
    for part in found[1:]:
        union = exp.func("list_concat", union, part.copy())
    # Repeated rows would double with every join that follows.
    return exp.func("list_distinct", union)


def given(expression: exp.Expr) -> exp.Expr:
    """The condition that an expression is not null."""
    is_null = exp.Is(this=exp.paren(expression.copy(), copy=False), expression=exp.Null())
    return exp.Not(this=is_null)


def smallest(rows: exp.Expr) -> exp.Expr:
    """The shortest of the lists of a group, the same one each time."""
    order = exp.func("row", exp.func("len", rows.copy()), rows.copy())
    return exp.func("arg_min", rows.copy(), order)


def of_group(rows: exp.Expr, condition: exp.Expr | None = None) -> exp.Expr:
    """The union of a list column over the rows of a group, or over a window that follows."""
    kept = given(rows) if condition is None else exp.and_(given(rows), condition.copy())
    return exp.Filter(this=exp.func("list", rows.copy()), expression=exp.Where(this=kept))


def flattened(lists: exp.Expr) -> exp.Expr:
    """A list of lists as one list without repetition."""
    return exp.func("list_distinct", exp.func("flatten", lists))


class Origins:
    """Mirrors the expressions of one select.

    `of_column` gives the `__from` of a source column, None where it has none; `rows` is the list of
    source rows of the joined row; `is_grouped` says whether the select makes groups.
    """

    def __init__(self, of_column: ColumnOrigin, rows: exp.Expr | None, *, is_grouped: bool) -> None:
        self._of_column = of_column
        self._rows = rows
        self._is_grouped = is_grouped

    def of(self, expression: exp.Expr | None) -> exp.Expr | None:
        """The origin of an output column of the select."""
        return self._of(expression, is_in_group=not self._is_grouped)

    def _of(  # noqa: PLR0911
        self, expression: exp.Expr | None, *, is_in_group: bool
    ) -> exp.Expr | None:
        def inner(part: exp.Expr | None) -> exp.Expr | None:
            return self._of(part, is_in_group=is_in_group)

        match expression:
            case None | exp.Literal() | exp.Null() | exp.Boolean() | exp.DataType():
                return None
            case exp.Column():
                origin = self._of_column(expression)
                # A column that the rows of a group share: one of them is witness enough.
                return smallest(origin) if origin and not is_in_group else origin
            case exp.Case() | exp.If():
                return self._of_case(expression, inner)
            case exp.Coalesce():
                return _first_given([expression.this, *expression.expressions], inner)
            case exp.Nullif():
                return inner(expression.this)
            case exp.Window():
                return self._of_window(expression, is_in_group=is_in_group)
            case exp.Filter():
                condition = expression.expression.this
                return self._of_aggregate(expression.this, condition)
            case exp.AggFunc() if not is_in_group:
                return self._of_aggregate(expression, None)
            case exp.Query():
                raise UnsupportedSqlError(f"a query inside an expression: {expression.sql()[:80]}")
            case _:
                return united(inner(child) for child in expression.iter_expressions())

    def _of_case(
        self, expression: exp.Expr, inner: Callable[..., exp.Expr | None]
    ) -> exp.Expr | None:
        if not any(figures(branch) for branch in branches(expression)):
            return united(inner(condition) for condition in conditions(expression))
        mirrored = expression.copy()
        choices = [mirrored] if isinstance(mirrored, exp.If) else mirrored.args["ifs"]
        originals = [expression] if isinstance(expression, exp.If) else expression.args["ifs"]
        for choice, original in zip(choices, originals, strict=True):
            choice.set("true", inner(original.args["true"]) or exp.Null())
        otherwise = "false" if isinstance(mirrored, exp.If) else "default"
        mirrored.set(otherwise, inner(expression.args.get(otherwise)) or exp.Null())
        return mirrored

    def _of_aggregate(self, function: exp.Expr, condition: exp.Expr | None) -> exp.Expr | None:
        counted = function.this
        if isinstance(counted, exp.Star) or counted is None:
            return flattened(of_group(self._rows, condition)) if self._rows else None
        origin = self._of(undistinct(counted), is_in_group=True)
        if origin is None:
            return None
        if isinstance(function, WITNESSED):
            return _filtered(witness(function, origin), condition)
        is_added = given(undistinct(counted))
        kept = is_added if condition is None else exp.and_(is_added, condition.copy())
        return flattened(of_group(origin, kept))

    def _of_window(self, window: exp.Window, *, is_in_group: bool) -> exp.Expr | None:
        function = function_of(window)
        if isinstance(function, RANKINGS):
            return None
        is_counting = isinstance(function.this, exp.Star) or function.this is None
        argument = None if is_counting else undistinct(function.this)
        origin = self._rows if is_counting else self._of(argument, is_in_group=is_in_group)
        return None if origin is None else in_window(window, origin)


def rows_of_window(window: exp.Window, rows: exp.Expr) -> exp.Expr | None:
    """The source rows that a window function takes its value from; None for a rank."""
    return None if isinstance(function_of(window), RANKINGS) else in_window(window, rows)


def in_window(window: exp.Window, origin: exp.Expr) -> exp.Expr:
    """The lists `origin` of the rows that a window function takes its value from."""
    function = function_of(window)
    mirrored = window.copy()
    if isinstance(function, NEIGHBOURS):
        neighbour = function.copy()
        is_skipping = isinstance(window.this, exp.IgnoreNulls)
        listed = origin.copy()
        if is_skipping:
            listed = exp.Case(ifs=[exp.If(this=given(function.this), true=listed)])
        neighbour.set("this", listed)
        # What stands in for a missing neighbour is a constant.
        neighbour.set("default", None)
        mirrored.set("this", exp.IgnoreNulls(this=neighbour) if is_skipping else neighbour)
        return mirrored
    if isinstance(function, WITNESSED):
        mirrored.set("this", witness(function, origin))
        return mirrored
    if isinstance(function, exp.Count) and asks_whether_any(window):
        counted = function.this
        order = exp.true() if isinstance(counted, exp.Star) else given(undistinct(counted))
        mirrored.set("this", exp.func("arg_max", origin.copy(), order))
        return mirrored
    mirrored.set("this", of_group(origin))
    return exp.func("flatten", mirrored)


def witness(function: exp.Expr, origin: exp.Expr) -> exp.Expr:
    """The list of the one row that gives a smallest, largest or chosen value."""
    match function:
        case exp.ArgMax() | exp.ArgMin():
            name = "arg_max" if isinstance(function, exp.ArgMax) else "arg_min"
            return exp.func(name, origin.copy(), function.expression.copy())
        case _ if isinstance(function, LARGEST):
            return exp.func("arg_max", origin.copy(), function.this.copy())
        case _ if isinstance(function, SMALLEST):
            return exp.func("arg_min", origin.copy(), function.this.copy())
        case _:
            return smallest(origin)


def _filtered(aggregate: exp.Expr, condition: exp.Expr | None) -> exp.Expr:
    if condition is None:
        return aggregate
    return exp.Filter(this=aggregate, expression=exp.Where(this=condition.copy()))


def _first_given(
    arguments: list[exp.Expr], inner: Callable[..., exp.Expr | None]
) -> exp.Expr | None:
    origins = [inner(argument) for argument in arguments]
    if not any(origins):
        return None
    ifs = [
        exp.If(this=given(argument), true=origin or exp.Null())
        for argument, origin in zip(arguments, origins, strict=True)
    ]
    return exp.Case(ifs=ifs)
