"""Checks published text against the kinds of its columns, in one pass of SQL over the table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import singledispatch

import duckdb

from orchestration.catalogue.columns import (
    CategoryColumn,
    CodeColumn,
    Column,
    DateColumn,
    IntegerColumn,
    MonthRangeColumn,
    NumberColumn,
    TextColumn,
)
from orchestration.catalogue.tables import Table
from orchestration.ingest.reader.session import one_row, quoted

NUMBER = r"[-+]?(\d{1,3}(,\d{3})+|\d+)(\.\d*)?([eE][-+]?\d+)?|[-+]?\.\d+"
INTEGER = r"[-+]?(\d{1,3}(,\d{3})+|\d+)(\.0*)?"
MONTH_RANGE = r"\d{6} to \d{6}"


def listed(texts: Sequence[str]) -> str:
    """A SQL list of strings from the catalogue."""
    return "[" + ", ".join(quoted(text) for text in texts) + "]"


def number(name: str) -> str:
    """SQL for a published number of column `name`; null where it is none."""
    return f"try_cast(replace(trim(\"{name}\"), ',', '') as double)"


def day(name: str, formats: Sequence[str]) -> str:
    """SQL for the day of column `name` in one of `formats`; null where it is in none."""
    tidy = f"trim(regexp_replace(\"{name}\", '\\s+', ' ', 'g'))"
    return f"try_strptime({tidy}, {listed(formats)})::date"


@singledispatch
def is_of_kind(kind: Column, _name: str) -> str:
    """SQL that is true where the text of the named column is of this kind."""
    raise TypeError(type(kind).__name__)


@is_of_kind.register
def _(kind: DateColumn, name: str) -> str:
    return f"{day(name, kind.formats)} between date '1948-07-05' and date '2100-12-31'"


@is_of_kind.register
def _(_kind: MonthRangeColumn, name: str) -> str:
    first, last = range_month(name, 1), range_month(name, -1)
    return f"regexp_full_match(trim(\"{name}\"), '{MONTH_RANGE}') and {first} < {last}"


@is_of_kind.register
def _(kind: CodeColumn, name: str) -> str:
    return f'regexp_full_match(trim("{name}"), {quoted(kind.pattern)})'


@is_of_kind.register
def _(kind: NumberColumn, name: str) -> str:
    return _is_number(name, NUMBER, kind.minimum, kind.maximum)


@is_of_kind.register
def _(kind: IntegerColumn, name: str) -> str:
    return _is_number(name, INTEGER, kind.minimum, kind.maximum)


@is_of_kind.register
def _(kind: TextColumn, name: str) -> str:
    return f'length("{name}") <= {kind.maximum_length}'


@is_of_kind.register
def _(kind: CategoryColumn, name: str) -> str:
    return f'list_contains({listed(kind.values)}, trim("{name}"))'


def _is_number(name: str, pattern: str, minimum: float | None, maximum: float | None) -> str:
    bounds = "".join(
        f" and {number(name)} {comparison} {bound}"
        for comparison, bound in ((">=", minimum), ("<=", maximum))
        if bound is not None
    )
    return f"regexp_full_match(trim(\"{name}\"), '{pattern}'){bounds}"


def range_month(name: str, place: int) -> str:
    """SQL for the first day of the month at that place (1 or -1) of a month range."""
    return f"try_strptime(split_part(trim(\"{name}\"), ' to ', {place}), '%Y%m')::date"


def expectation(kind: Column) -> str:
    """What a message says that the values of this kind should be."""
    match kind:
        case DateColumn():
            return f"a date like {' or '.join(kind.formats)}"
        case MonthRangeColumn():
            return "a range of months like 202509 to 202510"
        case CodeColumn():
            return f"a code like /{kind.pattern}/"
        case NumberColumn() | IntegerColumn():
            noun = "a number" if isinstance(kind, NumberColumn) else "a whole number"
            low = "" if kind.minimum is None else f" from {kind.minimum:g}"
            high = "" if kind.maximum is None else f" up to {kind.maximum:g}"
            return noun + low + high
        case TextColumn():
            return f"text of at most {kind.maximum_length} characters"
        case CategoryColumn():
            return f"one of {', '.join(kind.values)}"


def kind_problems(
    connection: duckdb.DuckDBPyConnection, table: Table, filled: Sequence[str]
) -> Iterator[str]:
    """What is wrong with the values of `extracted`, one sentence a column.

    `filled` are the columns that the layout provides.
    """
    judged, selected = ["row_number"], []
    for place, name in enumerate(filled):
        kind = table.columns[name]
        fits = f"coalesce({is_of_kind(kind, name)}, false) or {_is_marker(kind, name)}"
        judged += [
            f'"{name}"',
            f'"{name}" is not null and not ({fits}) as is_wrong_{place}',
            f'{str(kind.required).lower()} and "{name}" is null as is_missing_{place}',
        ]
        selected += [
            f"count(*) filter (is_wrong_{place})",
            f"min(row_number) filter (is_wrong_{place})",
            f'arg_min("{name}", row_number) filter (is_wrong_{place})',
            f"count(*) filter (is_missing_{place})",
            f"min(row_number) filter (is_missing_{place})",
        ]
    row = one_row(
        connection,
        f"select {', '.join(selected)} from (select {', '.join(judged)} from extracted)",
    )
    for place, name in enumerate(filled):
        wrong_count, wrong_row, example, empty_count, empty_row = row[5 * place : 5 * place + 5]
        if wrong_count:
            yield (
                f"column {name}: {wrong_count} values are not {expectation(table.columns[name])}, "
                f"first in row {wrong_row}: {example!r}"
            )
        if empty_count:
            yield f"column {name}: {empty_count} values are missing, first in row {empty_row}"


def _is_marker(kind: Column, name: str) -> str:
    if isinstance(kind, NumberColumn | IntegerColumn) and kind.markers:
        return f'list_contains({listed(kind.markers)}, trim("{name}"))'
    return "false"
