"""Works out the period of each row, from the columns that a table's catalogue entry names."""

from __future__ import annotations

from functools import singledispatch

from orchestration.catalogue.columns import DateColumn, MonthRangeColumn
from orchestration.catalogue.tables import (
    ColumnPeriod,
    DaysPeriod,
    FinancialQuarterPeriod,
    Period,
    ReleasePeriod,
    SurveyYearPeriod,
    Table,
    YearMonthPeriod,
    YearSpanPeriod,
)
from orchestration.ingest.reader.kinds import day, number, range_month

UNKNOWN = ("null::date", "null::date")
APRIL = 4


def period_bounds(table: Table) -> tuple[str, str]:
    """SQL for the first and the last day of a row's period; nulls where no row says it."""
    return UNKNOWN if table.period is None else _bounds(table.period, table)


@singledispatch
def _bounds(period: Period, _table: Table) -> tuple[str, str]:
    raise NotImplementedError(f"no bounds for a period of kind {period.kind}")


@_bounds.register
def _(period: ColumnPeriod, table: Table) -> tuple[str, str]:
    kind = table.columns[period.column]
    if isinstance(kind, MonthRangeColumn):
        start = f"{range_month(period.column, 1)} + interval 1 month"
        return f"({start})::date", f"last_day({range_month(period.column, -1)})"
    assert isinstance(kind, DateColumn)
    month = day(period.column, kind.formats)
    return f"date_trunc('month', {month})::date", f"last_day({month})"


@_bounds.register
def _(period: YearMonthPeriod, _table: Table) -> tuple[str, str]:
    month = f"make_date({number(period.year)}::int, {number(period.month)}::int, 1)"
    return month, f"last_day({month})"


@_bounds.register
def _(period: SurveyYearPeriod, _table: Table) -> tuple[str, str]:
    year = _first_year(period.column)
    return f"make_date({year}, 9, 1)", f"make_date({year}, 11, 30)"


@_bounds.register
def _(period: DaysPeriod, table: Table) -> tuple[str, str]:
    first, last = (table.columns[name] for name in (period.first, period.last))
    assert isinstance(first, DateColumn)
    assert isinstance(last, DateColumn)
    return day(period.first, first.formats), day(period.last, last.formats)


@_bounds.register
def _(period: YearSpanPeriod, _table: Table) -> tuple[str, str]:
    start = f"make_date({_first_year(period.column)}, {period.first_month}, 1)"
    return start, f"({start} + interval 1 year - interval 1 day)::date"


@_bounds.register
def _(period: FinancialQuarterPeriod, _table: Table) -> tuple[str, str]:
    april = f"make_date({_first_year(period.year)}, {APRIL}, 1)"
    quarter = f"try_cast(regexp_extract(\"{period.quarter}\", '[1-4]') as int)"
    start = f"({april} + to_months(3 * ({quarter} - 1)))::date"
    return start, f"({start} + interval 3 month - interval 1 day)::date"


@_bounds.register
def _(_period: ReleasePeriod, _table: Table) -> tuple[str, str]:
    return UNKNOWN


def _first_year(name: str) -> str:
    """The first four digits in a row: 2023/24, 2023-24 and 202324 all begin in 2023."""
    return f"try_cast(regexp_extract(\"{name}\", '\\d{{4}}') as int)"
