"""Deadlines that come round every year: by which day a rebuild with new figures should be done."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from dateutil.rrule import MONTHLY, rrule

from orchestration.catalogue.calendar_rule import MONTHS_OF, CalendarRule

# Days that every month has; a deadline beyond it moves to the first of the next month.
LAST_COMMON_DAY = 28
FINANCIAL_YEAR_END = 3
QUARTER_ENDS = (3, 6, 9, 12)
# Two whole cycles of leap years, so that every month end of every kind is among them.
FROM, TO = date(2020, 1, 1), date(2027, 12, 31)


@dataclass(frozen=True)
class Deadlines:
    """A day of certain months, behind the usual release and its grace for every period."""

    day: int
    months: tuple[int, ...]

    @property
    def shortest_interval(self) -> timedelta:
        """The shortest time from one deadline to the next."""
        found = rrule(MONTHLY, bymonth=self.months, bymonthday=self.day, dtstart=FROM, until=TO)
        days = [one.date() for one in found]
        return min((later - earlier for earlier, later in pairwise(days)), default=timedelta.max)

    @property
    def cron(self) -> str:
        """The same as a cron expression, at six in the morning."""
        return f"0 6 {self.day} {','.join(map(str, self.months))} *"


def deadlines(rule: CalendarRule, months: Sequence[int]) -> Deadlines:
    """The deadlines of periods that end with these months, released as `rule` says."""
    days = timedelta(days=(rule.lag_days_max or 0) + rule.grace_days + 1)
    ends = [
        end.date() for end in rrule(MONTHLY, bymonth=months, bymonthday=-1, dtstart=FROM, until=TO)
    ]
    shifts = [(_months_between(end, end + days), (end + days).day) for end in ends]
    shift, day = max(shifts)
    if day > LAST_COMMON_DAY:
        shift, day = shift + 1, 1
    return Deadlines(day, tuple(sorted((month - 1 + shift) % 12 + 1 for month in months)))


def months_of(cadence: str, of_publication: Collection[int]) -> tuple[int, ...]:
    """The months that end the periods of a cadence, as far as possible those of a publication."""
    count = 12 // MONTHS_OF[cadence]
    if len(of_publication) == count or cadence == "monthly":
        return tuple(of_publication) if len(of_publication) == count else tuple(range(1, 13))
    if cadence == "quarterly":
        return QUARTER_ENDS
    if cadence == "half_yearly":
        return (FINANCIAL_YEAR_END, 9)
    ends_financial_year = not of_publication or FINANCIAL_YEAR_END in of_publication
    return (FINANCIAL_YEAR_END,) if ends_financial_year else (min(of_publication),)


def _months_between(earlier: date, later: date) -> int:
    return (later.year - earlier.year) * 12 + later.month - earlier.month
