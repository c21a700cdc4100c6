"""Asks for many days at once where everything stands, so that quiet days cost next to nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest

from orchestration.catalogue import Catalogue
from orchestration.freshness import checks, looking, sensors
from orchestration.freshness.standing import Standing, standings_on
from orchestration.freshness.traces import traces
from orchestration.home import Home

DAYS_AHEAD = 45
Asking = Callable[[Home, Catalogue, date], list[Standing]]


@contextmanager
def remembered_standings() -> Iterator[Asking]:
    """Sensors, schedule and checks ask by it; it asks the same SQL for the days to come as well.

    What it knows is forgotten with the first trace of a change.
    """
    known: dict[str, dict[date, list[Standing]]] = {}

    def ask(home: Home, catalogue: Catalogue, day: date) -> list[Standing]:
        seen = traces(home, catalogue)
        if day not in known.get(seen, {}):
            known.clear()
            days = [day + timedelta(days=ahead) for ahead in range(DAYS_AHEAD)]
            known[seen] = standings_on(home, catalogue, days)
        return known[seen][day]

    with pytest.MonkeyPatch.context() as patch:
        for module in (sensors, looking, checks):
            patch.setattr(module, "standings", ask)
        yield ask
