"""Dagster's freshness policies, made from the calendar, each with its reason in words.

Dagster judges by when an asset was materialised: a policy asks that figures were brought up to
date since the last release. Whether the newest period is there, the period checks say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import dagster as dg

from orchestration.catalogue import Catalogue
from orchestration.catalogue.calendar_rule import MONTHS_OF, CalendarRule
from orchestration.freshness.calendar import Calendar, calendars
from orchestration.freshness.deadlines import deadlines, months_of
from orchestration.freshness.metric_frequency import (
    NO_DEADLINE,
    MetricFrequency,
    metric_frequencies,
)

LONDON = "Europe/London"
FORTNIGHT = timedelta(days=14)


@dataclass(frozen=True)
class Freshness:
    """A policy, None where there is no deadline, the reason, and how long an interval may be."""

    policy: dg.FreshnessPolicy | None
    reason: str
    interval: timedelta = timedelta.max

    def told_in(self, description: str | None) -> str:
        """An asset's description with the reason beneath it."""
        return f"{description or ''}\n\nFreshness: {self.reason}"


def publication_freshness(catalogue: Catalogue, day: date) -> dict[str, Freshness]:
    """The freshness asked of every publication's raw tables, by publication, as of that day."""
    return {
        publication_id: _of_publication(calendar, day)
        for publication_id, calendar in calendars(catalogue).items()
    }


def metric_freshness(catalogue: Catalogue, day: date) -> dict[str, Freshness]:
    """The freshness asked of every metric, by its reporting frequency, as of that day."""
    return {
        metric_id: _of_metric(one, day)
        for metric_id, one in metric_frequencies(catalogue, day).items()
    }


def most_frequent(several: Iterable[Freshness]) -> Freshness:
    """The freshness of what is made of several: that of the one reported most often."""
    found = min(several, key=lambda one: one.interval, default=None)
    if found is None or found.policy is None:
        return Freshness(None, "No deadline: nothing in it is reported at a fixed frequency.")
    return Freshness(
        found.policy,
        f"It follows the most frequent of its metrics. {found.reason}",
        found.interval,
    )


def _of_publication(calendar: Calendar, day: date) -> Freshness:
    rule = calendar.rule_on(day)
    if calendar.ended_on and calendar.ended_on < day:
        return Freshness(None, f"No deadline: it ended on {calendar.ended_on:%d %B %Y}.")
    if rule.cadence == "irregular":
        return Freshness(None, f"No deadline: it keeps to no calendar. {rule.note}.")
    return _policy(rule, rule.cadence, rule.is_provisional)


def _of_metric(metric: MetricFrequency, day: date) -> Freshness:
    printed = f"Annex A prints {metric.frequency_as_printed!r}."
    if metric.frequency is None:
        ended = f"{metric.ended_on:%d %B %Y}" if metric.ended_on else "an unknown day"
        return Freshness(None, f"No deadline: it ended on {ended}. {printed}")
    if metric.frequency == NO_DEADLINE or metric.calendar is None:
        return Freshness(None, f"No deadline: the frequency is to be confirmed. {printed}")
    rule = metric.calendar.rule_on(day)
    made = _policy(rule, metric.frequency, metric.is_provisional)
    return Freshness(made.policy, f"{made.reason} {printed}", made.interval)


def _policy(rule: CalendarRule, cadence: str, is_provisional: bool) -> Freshness:
    lag, grace = rule.lag_days_max or 0, rule.grace_days
    behind = f"{lag} days from the end of a period to its usual release, {grace} of grace"
    words = f"{cadence.replace('_', '-').capitalize()}{', provisional' if is_provisional else ''}"
    if cadence not in MONTHS_OF:
        usual = FORTNIGHT + timedelta(days=lag)
        window = usual + timedelta(days=grace)
        return Freshness(
            dg.FreshnessPolicy.time_window(fail_window=window, warn_window=usual),
            f"{words}: at most {window.days} days old ({behind}).",
            FORTNIGHT,
        )
    found = deadlines(rule, months_of(cadence, rule.period_end_months))
    interval = found.shortest_interval
    return Freshness(
        dg.FreshnessPolicy.cron(
            deadline_cron=found.cron, lower_bound_delta=interval, timezone=LONDON
        ),
        f"{words}: by day {found.day} of {_month_names(found.months)} ({behind}).",
        interval,
    )


def _month_names(months: tuple[int, ...]) -> str:
    if len(months) == 12:
        return "every month"
    return ", ".join(f"{date(2020, month, 1):%B}" for month in months)
