"""The one calendar: which periods a publication has, when each falls due and when it is late.

Pure functions of the seeds `publication_calendars` and `publications`; no clock, no data. A period
is usually released between `opens_on` and `due_on`, and late once `late_after` has passed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from dateutil.relativedelta import relativedelta
from dateutil.rrule import DAILY, MONTHLY, rrule

from orchestration.catalogue import Catalogue
from orchestration.catalogue.calendar_rule import MONTHS_OF, CalendarRule

# Far enough ahead that no edition outlives it; a test asks for more years in time.
HORIZON = date(2040, 12, 31)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Period:
    """One period of a publication; all days are inclusive.

    `met_from` is the earliest last day of data by which the period counts as there.
    """

    start: date
    end: date
    met_from: date
    opens_on: date
    due_on: date
    late_after: date
    rule: CalendarRule


@dataclass(frozen=True)
class Calendar:
    """All periods of one publication, first to last; none where it keeps to no calendar."""

    publication_id: str
    rules: tuple[CalendarRule, ...]

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """Every period up to the horizon."""
        return tuple(period for rule in self.rules for period in _periods(rule))

    @property
    def ended_on(self) -> date | None:
        """The last day of a publication that has come to its end."""
        return self.rules[-1].valid_to

    def rule_on(self, day: date) -> CalendarRule:
        """The rule of periods that end on that day, the nearest one outside all of them."""
        begun = [rule for rule in self.rules if rule.valid_from <= day]
        return begun[-1] if begun else self.rules[0]

    def latest_expected(self, day: date) -> Period | None:
        """The newest period that should have been released by that day."""
        return next((one for one in reversed(self.periods) if one.due_on <= day), None)

    def next_due(self, day: date) -> Period | None:
        """The period that falls due next after that day."""
        return next((one for one in self.periods if one.due_on > day), None)


def calendars(catalogue: Catalogue) -> dict[str, Calendar]:
    """The calendar of every publication, by its id."""
    rules: dict[str, list[CalendarRule]] = {}
    for rule in catalogue.calendar_rules:
        rules.setdefault(rule.publication_id, []).append(rule)
    return {
        publication_id: Calendar(
            publication_id, tuple(sorted(found, key=lambda rule: rule.valid_from))
        )
        for publication_id, found in rules.items()
    }


def _periods(rule: CalendarRule) -> Iterator[Period]:
    for start, end in _spans(rule):
        lag_min, lag_max = rule.lag_days_min or 0, rule.lag_days_max or 0
        due_on = end + timedelta(days=lag_max)
        yield Period(
            start=start,
            end=end,
            met_from=start if rule.is_met_by == "any_day" else end,
            opens_on=end + timedelta(days=lag_min),
            due_on=due_on,
            late_after=due_on + timedelta(days=rule.grace_days),
            rule=rule,
        )


def _spans(rule: CalendarRule) -> Iterable[tuple[date, date]]:
    last = min(rule.valid_to or HORIZON, HORIZON)
    if rule.period_days is not None:
        length = timedelta(days=rule.period_days)
        starts = rrule(DAILY, interval=rule.period_days, dtstart=rule.valid_from, until=last)
        spans = ((start.date(), start.date() + length - ONE_DAY) for start in starts)
        return (span for span in spans if span[1] <= last)
    if not rule.period_end_months:
        return ()
    months = relativedelta(months=MONTHS_OF[rule.cadence])
    ends = rrule(
        MONTHLY,
        bymonth=rule.period_end_months,
        bymonthday=-1,
        dtstart=rule.valid_from,
        until=last,
    )
    return ((end.date() + ONE_DAY - months, end.date()) for end in ends)
