"""On which days a publisher's pages are looked at for a period that is not there."""

from __future__ import annotations

from datetime import date

# Days after the grace, each twice as far as the one before, then every four weeks.
FIRST_STEPS = (1, 2, 4, 8, 16)
STEADY = 28


def is_look_day(day: date, *, opens_on: date, late_after: date) -> bool:
    """Every day of the usual window and its grace, then ever more seldom while it is late."""
    if day < opens_on:
        return False
    late = (day - late_after).days
    return late <= 0 or late in FIRST_STEPS or late % STEADY == 0
