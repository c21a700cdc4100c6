"""What the catalogue asks of a return, in words for whoever fills it in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import singledispatch

from orchestration.catalogue import rules, tables
from orchestration.catalogue.columns import (
    CategoryColumn,
    CodeColumn,
    Column,
    DateColumn,
    IntegerColumn,
    NumberColumn,
)
from orchestration.catalogue.rules import Rule, RuleBase
from orchestration.catalogue.tables import Period
from orchestration.ingest.reader.kinds import expectation

SHOWN_DAY = date(2020, 7, 31)


def kind_in_words(kind: Column) -> str:
    """What a column may hold."""
    match kind:
        case DateColumn():
            shown = " or ".join(f"`{SHOWN_DAY.strftime(pattern)}`" for pattern in kind.formats)
            return f"a day, such as {shown}"
        case CategoryColumn():
            return "one of " + listed(kind.values)
        case CodeColumn():
            return f"a code that fits `{kind.pattern}`"
        case NumberColumn() | IntegerColumn() if kind.markers:
            return f"{expectation(kind)}, or {listed(kind.markers)}"
        case _:
            return expectation(kind)


def period_in_words(period: Period | None) -> str:
    """Where the period of a row comes from."""
    match period:
        case None:
            words = "None: the whole register is replaced."
        case tables.ColumnPeriod():
            words = f"The month of `{period.column}`."
        case tables.YearMonthPeriod():
            words = f"The month of `{period.year}` and `{period.month}`."
        case tables.SurveyYearPeriod():
            words = f"The survey year in `{period.column}`, September to November."
        case tables.DaysPeriod() if period.first == period.last:
            words = f"The single day in `{period.first}`."
        case tables.DaysPeriod():
            words = f"From the day in `{period.first}` to the day in `{period.last}`."
        case tables.YearSpanPeriod():
            month = date(2020, period.first_month, 1).strftime("%B")
            words = f"Twelve months from {month} of the first year in `{period.column}`."
        case tables.FinancialQuarterPeriod():
            words = f"The quarter in `{period.quarter}` of the financial year in `{period.year}`."
        case tables.ReleasePeriod():
            words = "The day on which the file is sent."
    return words


@singledispatch
def rule_in_words(rule: RuleBase) -> str:
    """One of the table's rules, as a sentence."""
    raise TypeError(f"no words for the rule {type(rule).__name__}")


@rule_in_words.register
def _(rule: rules.NotAbove) -> str:
    slack = f" by more than {rule.tolerance:g}" if rule.tolerance else ""
    return f"`{rule.column}` is never above `{rule.limit}`{slack}."


@rule_in_words.register
def _(rule: rules.RatePercent) -> str:
    return (
        f"`{rule.rate}` is 100 x `{rule.numerator}` / `{rule.denominator}`, "
        f"within {rule.tolerance:g}."
    )


@rule_in_words.register
def _(rule: rules.FilledTogether) -> str:
    return f"A row fills all of {listed(rule.of)}, or none of them."


@rule_in_words.register
def _(rule: rules.MinimumRows) -> str:
    return f"At least {rule.count} rows{_each(rule.per)}."


@rule_in_words.register
def _(rule: rules.CompleteSet) -> str:
    start = f" (first {rule.starting} characters)" if rule.starting else ""
    until = f" until {rule.until}" if rule.until else ""
    return f"`{rule.column}`{start} has each of {listed(rule.values)}{_each(rule.per)}{until}."


@rule_in_words.register
def _(rule: rules.DistinctValues) -> str:
    most = f" and at most {rule.maximum}" if rule.maximum else ""
    until = f" until {rule.until}" if rule.until else ""
    return (
        f"`{rule.column}` has at least {rule.minimum}{most} different values"
        f"{_each(rule.per)}{until}."
    )


@rule_in_words.register
def _(rule: rules.NotFewerValues) -> str:
    return f"`{rule.column}` has at least as many different values as `{rule.other}`."


@rule_in_words.register
def _(rule: rules.OneValuePer) -> str:
    return f"`{rule.column}` is the same{_each(rule.per)}."


@rule_in_words.register
def _(rule: rules.TotalOfParts) -> str:
    return (
        f"Where `{rule.column}` is `{rule.total}`, {listed(rule.of)} "
        f"{'is the sum' if len(rule.of) == 1 else 'are the sums'} of the other rows"
        f"{_each(rule.by)}, within {rule.tolerance:g}."
    )


@rule_in_words.register
def _(rule: rules.TotalWithinParts) -> str:
    return (
        f"Where `{rule.column}` is `{rule.total}`, `{rule.rate}` lies between the smallest and the "
        f"largest of the other rows{_each(rule.by)}."
    )


@rule_in_words.register
def _(rule: rules.MarksTogether) -> str:
    return (
        f"`{rule.column}` starts with `{rule.starting}` where `{rule.other}` is `{rule.value}`, "
        "and nowhere else."
    )


@rule_in_words.register
def _(_rule: rules.MonthsWithoutGap) -> str:
    return "No month is left out between the first and the last."


@rule_in_words.register
def _(_rule: rules.PeriodsAscend) -> str:
    return "Rows go from earlier to later periods."


@rule_in_words.register
def _(rule: rules.RepeatsAtMost) -> str:
    return f"At most {rule.per_thousand:g} in a thousand rows repeat another `{rule.identifier}`."


def rules_in_words(declared: Sequence[Rule]) -> list[str]:
    """Every rule, a sentence each."""
    return [rule_in_words(rule) for rule in declared]


def listed(values: Sequence[str]) -> str:
    """Values as they are written, with commas between them."""
    return ", ".join(f"`{value}`" for value in values)


def _each(columns: Sequence[str]) -> str:
    return f" for each {' and '.join(f'`{column}`' for column in columns)}" if columns else ""


@rule_in_words.register
def _(rule: rules.NotShares) -> str:
    return f"`{rule.column}` runs from 0 to 100; 1 and less in every row would be shares."
