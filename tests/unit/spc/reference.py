"""Control charts worked out from the published rules, in exact fractions and by walking along runs.

The rules are those of NHS England's Making Data Count, as the R package NHSRplotthedots (0.2)
computes them. Nothing here is taken from the SQL: it looks for whole runs where that counts within
frames, and keeps fractions where that has floating point numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import groupby, pairwise

LIMIT_FACTOR = Fraction("2.66")
OUTLYING_FACTOR = Fraction("3.267")
ROBUST_POINTS = 12
FEWEST_RANGES = 4
RUN = 7


@dataclass(frozen=True)
class Month:
    """One month of a series: counted from any first month; a break lies before it, or none."""

    number: int
    value: float | None
    breaks: bool = False


@dataclass(frozen=True)
class Charted:
    """What a chart says of one month."""

    mean: float
    lower: float
    upper: float
    rules: frozenset[str]
    signal: int
    points: int
    first: int

    @property
    def is_trial(self) -> bool:
        """Whether so few points make only trial limits."""
        return self.points < ROBUST_POINTS


Point = tuple[int, Fraction]


def chart(months: Iterable[Month]) -> dict[int, Charted]:
    """Every month that has limits."""
    return {number: charted for segment in segments(months) for number, charted in _chart(segment)}


def segments(months: Iterable[Month]) -> list[list[list[Point]]]:
    """Between breaks, the stretches of consecutive months with values; none of one month alone."""
    parts: list[list[Point]] = [[]]
    for month in sorted(months, key=lambda one: one.number):
        if month.breaks:
            parts.append([])
        if month.value is not None:
            parts[-1].append((month.number, Fraction(Decimal(repr(month.value)))))
    return [[stretch for stretch in _stretches(part) if len(stretch) > 1] for part in parts]


def _stretches(points: Sequence[Point]) -> list[list[Point]]:
    found: list[list[Point]] = []
    for point in points:
        if found and found[-1][-1][0] == point[0] - 1:
            found[-1].append(point)
        else:
            found.append([point])
    return found


def _chart(stretches: list[list[Point]]) -> Iterator[tuple[int, Charted]]:
    values = [value for stretch in stretches for _, value in stretch]
    ranges = [
        abs(later - earlier)
        for stretch in stretches
        for (_, earlier), (_, later) in pairwise(stretch)
    ]
    if len(ranges) < FEWEST_RANGES:
        return
    mean = _mean(values)
    outlying = OUTLYING_FACTOR * _mean(ranges)
    natural = [one for one in ranges if _sign(one - outlying) < 0]
    if not natural or not _sign(_mean(natural)):
        return
    reach = LIMIT_FACTOR * _mean(natural)
    for stretch in stretches:
        for (number, _), (rules, signal) in zip(
            stretch, _signals(stretch, mean, reach), strict=True
        ):
            yield (
                number,
                Charted(
                    float(mean),
                    float(mean - reach),
                    float(mean + reach),
                    frozenset(rules),
                    signal,
                    len(values),
                    stretches[0][0][0],
                ),
            )


def _signals(
    stretch: list[Point], mean: Fraction, reach: Fraction
) -> Iterator[tuple[set[str], int]]:
    away = [value - mean for _, value in stretch]
    side = [_sign(one) for one in away]
    outside = [_sign(abs(one) - reach) > 0 for one in away]
    near = [
        _sign(abs(one) - reach * 2 / 3) > 0 and not out
        for one, out in zip(away, outside, strict=True)
    ]
    trend = _trends([value for _, value in stretch])
    shift = _of_long_runs(side, RUN, lambda sign: sign != 0)
    for i, _ in enumerate(stretch):
        triples = [range(first, first + 3) for first in range(max(i - 2, 0), i + 1)]
        two_in_three = near[i] and any(
            triple.stop <= len(stretch)
            and sum(near[j] for j in triple) >= 2
            and {side[j] for j in triple} in ({1}, {-1})
            for triple in triples
        )
        rules = {
            "outside_limits": outside[i],
            "trend": bool(trend[i]),
            "two_in_three": two_in_three,
            "shift": shift[i],
        }
        held = {rule for rule, holds in rules.items() if holds}
        if not held:
            yield held, 0
        elif outside[i] or not trend[i]:
            yield held, side[i]
        else:
            yield held, trend[i]


def _trends(values: list[Fraction]) -> list[int]:
    """1 or -1 for points of a run that rises or falls through seven points; of two, the later."""
    signs = [0] * len(values)
    steps = [_sign(later - earlier) for earlier, later in pairwise(values)]
    first = 0
    for step, run in groupby(steps):
        length = len(list(run))
        if step and length >= RUN - 1:
            signs[first : first + length + 1] = [step] * (length + 1)
        first += length
    return signs


def _of_long_runs(values: Sequence[int], fewest: int, counts: Callable[[int], bool]) -> list[bool]:
    marked: list[bool] = []
    for value, run in groupby(values):
        length = len(list(run))
        marked += [counts(value) and length >= fewest] * length
    return marked


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def _sign(difference: Fraction) -> int:
    """The sign of a difference; less than half of the eighth decimal is none."""
    if abs(difference) * 2 * 10**8 < 1:
        return 0
    return 1 if difference > 0 else -1
