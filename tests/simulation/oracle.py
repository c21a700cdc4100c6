"""Who is late, and whose turn it is, worked out in plain Python from what happened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from tests.simulation.cast import METRICS
from tests.simulation.release import Fate, Release
from tests.simulation.rules import NEVER, Due, Reporting, Timetable


class Verdict(NamedTuple):
    """How a metric or a publication stands on a day."""

    status: str
    days_late: int | None
    ask: str | None
    newest: date | None
    awaited: date | None


@dataclass
class Log:
    """What landed so far, with the day on which it did; copies say nothing new."""

    landed: dict[str, list[tuple[date, Release]]] = field(default_factory=lambda: defaultdict(list))
    held_back: dict[str, list[tuple[date, date]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, day: date, one: Release) -> None:
        """A file landed. One that fails holds every edition back until another cures it."""
        if one.is_copy:
            return
        self.landed[one.publication_id].append((day, one))
        spans = self.held_back[one.publication_id]
        if one.holds_back:
            spans.append((day, NEVER))
        elif one.cures and spans:
            spans[-1] = (spans[-1][0], day)

    def is_held_back(self, day: date) -> bool:
        """Whether no edition was published on a day on which something landed."""
        return self.in_figures_from(day) != day

    def in_figures_from(self, day: date) -> date:
        """From which day on what landed on `day` is in the edition."""
        spans = sorted(span for spans in self.held_back.values() for span in spans)
        for begins, ends in spans:
            if begins <= day < ends:
                day = ends
        return day

    def left_undone(self, day: date) -> set[str]:
        """The publications that runs left behind which failed, as the day begins."""
        eve = day - timedelta(days=1)
        spans = sorted(span for spans in self.held_back.values() for span in spans)
        begins: date | None = None
        for begin, end in reversed(spans):
            if begin <= (begins or eve) < end:
                begins = begin
        return {
            name
            for name, files in self.landed.items()
            for on, one in files
            if begins and begins <= on < day and one.fate is not Fate.REFUSED
        }


@dataclass(frozen=True)
class Oracle:
    """The seed's rules and the log."""

    timetables: dict[str, Timetable]
    reporting: dict[str, Reporting]
    log: Log

    def verdicts(self, day: date) -> dict[tuple[str, str], Verdict]:
        """Every metric and publication on the evening of a day, by level and id."""
        of_publications = {
            ("publication", name): self._verdict(name, day, None) for name in self.timetables
        }
        of_metrics = {
            ("metric", metric): self._verdict(one.publication_id, day, self.reporting[metric])
            for metric, one in METRICS.items()
        }
        return {**of_publications, **of_metrics}

    def looks_for(self, publication_id: str, day: date, known: Verdict) -> bool:
        """Whether its pages are looked at on the morning of a day, as it then stands."""
        if known.status not in ("due", "late") or known.ask != "publisher":
            return False
        due = self._due(publication_id, known.awaited)
        if due is None:
            return False
        behind = (day - due.grace_ends).days
        return behind <= 0 or behind in (1, 2, 4, 8, 16) or behind % 28 == 0

    def _due(self, publication_id: str, last_day: date | None) -> Due | None:
        dues = self.timetables[publication_id].dues
        return next((due for due in dues if due.last_day == last_day), None)

    def _verdict(self, publication_id: str, day: date, reported: Reporting | None) -> Verdict:
        timetable, files = self.timetables[publication_id], self.log.landed[publication_id]
        inside = [one for on, one in files if self._is_inside(on, one, day)]
        outside = [one for on, one in files if on <= day and one not in inside]
        newest = max((one.newest_day for one in inside), default=None)
        rule = timetable.row_on(day)
        is_begun = newest is not None or rule["starts_with"] != "first_receipt"
        due = _awaited(timetable.dues, newest, day) if is_begun else None
        ends = min(timetable.ends, reported.ends if reported else timetable.ends)
        awaited = due.last_day if due else None
        if ends < day and (due is None or due.last_day > ends or due.grace_ends < day):
            return Verdict("discontinued", None, None, newest, None)
        if reported and reported.is_to_be_confirmed(day):
            return Verdict("no_deadline", None, None, newest, None)
        if due is None:
            has_calendar = rule["cadence"] != "irregular" and is_begun
            status = "on_time" if has_calendar else "no_deadline"
            return Verdict(status, None, None, newest, None)
        if day < due.opens:
            return Verdict("on_time", None, None, newest, awaited)
        ask = "us" if _may_be_here(outside, inside, due) else "publisher"
        if day <= due.grace_ends:
            return Verdict("due", None, ask, newest, awaited)
        return Verdict("late", (day - due.closes).days, ask, newest, awaited)

    def _is_inside(self, landed: date, one: Release, day: date) -> bool:
        return one.fate is not Fate.REFUSED and self.log.in_figures_from(landed) <= day


def _awaited(dues: Sequence[Due], newest: date | None, day: date) -> Due | None:
    """The first period after the newest day held; of what never came, the newest that is late.

    Before anything is late it is the first period of all.
    """
    if newest is not None:
        return next((due for due in dues if due.there_from > newest), None)
    late = (due for due in reversed(dues) if due.grace_ends < day)
    return next(late, dues[0] if dues else None)


def _may_be_here(outside: Sequence[Release], inside: Sequence[Release], due: Due) -> bool:
    """Whether one of the files that are with us, and in no figure, holds the period.

    Of what a refused file holds nobody knows more than when it came: it may be the period, unless
    one that came later brought a day that was not there.
    """
    brought: dict[date, date] = {}
    for one in inside:
        for day in one.days:
            brought[day] = min(brought.get(day, NEVER), one.published_on)
    settled = max(brought.values(), default=date.min)
    return any(
        one.published_on > settled and one.published_on >= due.there_from
        if one.fate is Fate.REFUSED
        else one.newest_day >= due.there_from
        for one in outside
    )
