"""Reads the parts of a select: what gives a value, what decides, what makes groups and windows."""

from __future__ import annotations

from collections.abc import Iterable

from sqlglot import exp

RANKINGS = (exp.RowNumber, exp.Rank, exp.DenseRank, exp.Ntile, exp.PercentRank, exp.CumeDist)


class UnsupportedSqlError(Exception):
    """A construct through which rows cannot be followed without losing any."""


def figures(expression: exp.Expr | None) -> list[exp.Column]:
    """The columns that an expression takes its value from, as opposed to those that decide."""
    match expression:
        case None | exp.Literal() | exp.Null() | exp.Boolean() | exp.Star() | exp.DataType():
            return []
        case exp.Column():
            return [expression]
        case exp.Query():
            raise UnsupportedSqlError(f"a query inside an expression: {expression.sql()[:80]}")
        case exp.Case() | exp.If():
            chosen = [column for branch in branches(expression) for column in figures(branch)]
            return chosen or [column for each in conditions(expression) for column in figures(each)]
        case exp.Window():
            return [] if isinstance(function_of(expression), RANKINGS) else figures(expression.this)
        case exp.Nullif() | exp.Filter() | exp.ArgMax() | exp.ArgMin() | exp.Lag() | exp.Lead():
            return figures(expression.this)
        case _:
            return [c for child in expression.iter_expressions() for c in figures(child)]


def has_aggregates(select: exp.Select) -> bool:
    """Whether a select makes groups of its rows."""
    return bool(select.args.get("group")) or any(True for _ in aggregates(select))


def aggregates(select: exp.Select) -> Iterable[exp.AggFunc]:
    """The aggregate functions of a select itself, windows and inner queries left out."""
    parts = [*select.expressions, select.args.get("having"), select.args.get("order")]
    for part in filter(None, parts):
        yield from _aggregates(part)


def windows(select: exp.Select) -> Iterable[exp.Window]:
    """The window functions of a select itself."""
    parts = [*select.expressions, select.args.get("qualify"), select.args.get("order")]
    for part in filter(None, parts):
        for found in part.walk(prune=lambda node: isinstance(node, exp.Query)):
            if isinstance(found, exp.Window):
                yield found


def _aggregates(node: exp.Expr) -> Iterable[exp.AggFunc]:
    if isinstance(node, exp.Window | exp.Query):
        return
    if isinstance(node, exp.AggFunc):
        yield node
        return
    for child in node.iter_expressions():
        yield from _aggregates(child)


def branches(case: exp.Expr) -> list[exp.Expr]:
    """The expressions that a case chooses between."""
    if isinstance(case, exp.If):
        found = [case.args.get("true"), case.args.get("false")]
    else:
        found = [*(choice.args["true"] for choice in case.args["ifs"]), case.args.get("default")]
    return [branch for branch in found if branch is not None]


def conditions(case: exp.Expr) -> list[exp.Expr]:
    """The expressions by which a case chooses."""
    if isinstance(case, exp.If):
        return [case.this]
    found = [case.args.get("this"), *(choice.this for choice in case.args["ifs"])]
    return [condition for condition in found if condition is not None]


def function_of(window: exp.Window) -> exp.Expr:
    """The function before `over`, whatever it says of nulls or of which rows it takes."""
    function: exp.Expr = window.this
    while isinstance(function, exp.IgnoreNulls | exp.RespectNulls | exp.Filter):
        function = function.this
    return function


def asks_whether_any(window: exp.Window) -> bool:
    """Whether a count is only compared with zero: then one counted row decides."""
    parent = window.parent
    while isinstance(parent, exp.Paren):
        parent = parent.parent
    if not isinstance(parent, exp.EQ | exp.NEQ | exp.GT | exp.LTE):
        return False
    return bool(parent.expression == exp.Literal.number(0))


def undistinct(argument: exp.Expr) -> exp.Expr:
    """What an aggregate takes, without its `distinct`."""
    return argument.expressions[0] if isinstance(argument, exp.Distinct) else argument
