"""The SQL of every kind of rule: a query for the places that break it.

Each query gives `place` (the broken place in words) and `place_order` (to find the first), and
reads the table `typed`: published columns, `period_end`, and `n_<column>` for numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch

from orchestration.catalogue.rules import (
    CompleteSet,
    DistinctValues,
    FilledTogether,
    MarksTogether,
    MinimumRows,
    MonthsWithoutGap,
    NotAbove,
    NotFewerValues,
    NotShares,
    OneValuePer,
    PeriodsAscend,
    RatePercent,
    RepeatsAtMost,
    Rule,
    TotalOfParts,
    TotalWithinParts,
)
from orchestration.ingest.reader.kinds import listed
from orchestration.ingest.reader.session import quoted


@singledispatch
def broken_places(rule: Rule) -> str:
    """A query for the places that break a rule: `place` in words, `place_order` to sort by."""
    raise TypeError(type(rule).__name__)


def _columns(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _group(names: Sequence[str]) -> str:
    return f"group by {_columns(names)}" if names else ""


def _in_words(names: Sequence[str]) -> str:
    """SQL text that names a group, such as ` where date = 30/04/2024`."""
    if not names:
        return "''"
    parts = ", ' and ', ".join(f"'{name} = ', coalesce(\"{name}\", '(empty)')" for name in names)
    return f"concat(' where ', {parts})"


def _until(rule: CompleteSet | DistinctValues) -> str:
    return f"where period_end <= date '{rule.until}'" if rule.until else ""


@broken_places.register
def _(rule: NotAbove) -> str:
    column, limit = f'"n_{rule.column}"', f'"n_{rule.limit}"'
    return f"""
        select
            concat('row ', row_number, ' has {rule.column} ', {column},
                ' above {rule.limit} ', {limit}) as place,
            row_number as place_order
        from typed
        where {column} > {limit} + {rule.tolerance}
    """


@broken_places.register
def _(rule: RatePercent) -> str:
    rate = f'"n_{rule.rate}"'
    again = f'100 * "n_{rule.numerator}" / nullif("n_{rule.denominator}", 0)'
    return f"""
        select
            concat('row ', row_number, ' has {rule.rate} ', {rate}, ', but {rule.numerator} over ',
                '{rule.denominator} gives ', round({again}, 3)) as place,
            row_number as place_order
        from typed
        where abs({rate} - {again}) > {rule.tolerance}
    """


@broken_places.register
def _(rule: FilledTogether) -> str:
    filled = " + ".join(f'("{name}" is not null)::int' for name in rule.of)
    return f"""
        select
            concat('row ', row_number, ' fills only ', {filled}, ' of {", ".join(rule.of)}')
                as place,
            row_number as place_order
        from typed
        where {filled} not in (0, {len(rule.of)})
    """


@broken_places.register
def _(rule: MinimumRows) -> str:
    return f"""
        select
            concat(count(*), ' rows', {_in_words(rule.per)}, ', at least {rule.count} expected')
                as place,
            min(row_number) as place_order
        from typed
        {_group(rule.per)}
        having count(*) < {rule.count}
    """


@broken_places.register
def _(rule: CompleteSet) -> str:
    value = f'lower(trim("{rule.column}"))'
    if rule.starting:
        value = f"left({value}, {rule.starting})"
    present = f"coalesce(list(distinct {value}), [])"
    lacking = (
        f"list_filter({listed(rule.values)}, lambda one: not list_contains({present}, lower(one)))"
    )
    return f"""
        select
            concat('{rule.column} lacks ', list_aggregate({lacking}, 'string_agg', ', '),
                {_in_words(rule.per)}) as place,
            min(row_number) as place_order
        from typed
        {_until(rule)}
        {_group(rule.per)}
        having count(*) > 0 and len({lacking}) > 0
    """


@broken_places.register
def _(rule: DistinctValues) -> str:
    count = f'count(distinct "{rule.column}")'
    too_many = f"or {count} > {rule.maximum}" if rule.maximum else ""
    expected = f"from {rule.minimum}" + (f" to {rule.maximum}" if rule.maximum else " up")
    return f"""
        select
            concat({count}, ' values of {rule.column}', {_in_words(rule.per)},
                ', {expected} expected') as place,
            min(row_number) as place_order
        from typed
        {_until(rule)}
        {_group(rule.per)}
        having count(*) > 0 and ({count} < {rule.minimum} {too_many})
    """


@broken_places.register
def _(rule: NotFewerValues) -> str:
    column, other = f'count(distinct "{rule.column}")', f'count(distinct "{rule.other}")'
    return f"""
        select
            concat({column}, ' values of {rule.column}, fewer than the ', {other},
                ' of {rule.other}') as place,
            1 as place_order
        from typed
        having {column} < {other}
    """


@broken_places.register
def _(rule: OneValuePer) -> str:
    column = f'"{rule.column}"'
    return f"""
        select
            concat(count(distinct {column}), ' values of {rule.column}', {_in_words(rule.per)},
                ', such as ', min({column}), ' and ', max({column})) as place,
            min(row_number) as place_order
        from typed
        {_group(rule.per)}
        having count(distinct {column}) > 1
    """


@broken_places.register
def _(rule: TotalOfParts) -> str:
    is_total = f'lower(trim("{rule.column}")) = lower({quoted(rule.total)})'
    checks = []
    for name in rule.of:
        total = f'sum("n_{name}") filter ({is_total})'
        parts = f'sum("n_{name}") filter (not {is_total})'
        whole = f'count(*) filter (not {is_total} and "n_{name}" is null) = 0'
        checks.append(f"({whole} and abs({total} - {parts}) > {rule.tolerance})")
    return f"""
        select
            concat('the parts of {rule.column} do not add up to {rule.total}',
                {_in_words(rule.by)}) as place,
            min(row_number) as place_order
        from typed
        {_group(rule.by)}
        having {" or ".join(checks)}
    """


@broken_places.register
def _(rule: TotalWithinParts) -> str:
    is_total = f'trim("{rule.column}") = {quoted(rule.total)}'
    total = f'max("n_{rule.rate}") filter ({is_total})'
    others = f'"n_{rule.rate}") filter (not {is_total})'
    return f"""
        select
            concat('{rule.total} is ', {total}, {_in_words(rule.by)},
                ', outside all others (', min({others}, ' to ', max({others}, ')') as place,
            min(row_number) as place_order
        from typed
        {_group(rule.by)}
        having {total} not between min({others} and max({others}
    """


@broken_places.register
def _(rule: MarksTogether) -> str:
    starts = f'starts_with(lower(trim("{rule.column}")), lower({quoted(rule.starting)}))'
    other = f'trim("{rule.other}") = {quoted(rule.value)}'
    return f"""
        select
            concat('row ', row_number, ' has {rule.column} ', "{rule.column}",
                ' with {rule.other} ', "{rule.other}") as place,
            row_number as place_order
        from typed
        where {starts} <> ({other})
    """


@broken_places.register
def _(_rule: MonthsWithoutGap) -> str:
    return """
        select
            concat('no month between ', before, ' and ', period_end) as place,
            period_end as place_order
        from (
            select period_end, lag(period_end) over (order by period_end) as before
            from (select distinct period_end from typed)
        )
        where last_day((before + interval 1 day)::date) <> period_end
    """


@broken_places.register
def _(_rule: PeriodsAscend) -> str:
    return """
        select
            concat('row ', row_number, ' is of ', period_end, ', below ', before) as place,
            row_number as place_order
        from (
            select row_number, period_end, lag(period_end) over (order by row_number) as before
            from (select distinct row_number, period_end from typed)
        )
        where period_end < before
    """


@broken_places.register
def _(rule: RepeatsAtMost) -> str:
    return f"""
        select
            concat(repeats, ' of ', identified, ' rows repeat another one, at most ',
                '{rule.per_thousand:g} in a thousand expected') as place,
            1 as place_order
        from (
            select
                count(*) as identified,
                count(*) - count(distinct hash(published)) as repeats
            from (select * exclude (row_number) from extracted) as published
            where regexp_matches(published."{rule.identifier}", '\\d')
        )
        where repeats > greatest(1, identified * {rule.per_thousand} / 1000)
    """


@broken_places.register
def _(rule: NotShares) -> str:
    column = f'"n_{rule.column}"'
    return f"""
        select
            concat('the largest {rule.column} is ', max({column}),
                ': they look like shares from 0 to 1, percentages from 0 to 100 are expected')
                as place,
            1 as place_order
        from typed
        having max({column}) > 0 and max({column}) <= 1
    """
