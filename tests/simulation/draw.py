"""Draws how each period of a publication comes: in time, too late, wrong at first, or not at all.

The first releases of sickness absence follow a script, so that a year of it has seen everything
that can happen to a file; the rest is drawn.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from tests.simulation.cast import Player
from tests.simulation.release import Fate, Release
from tests.simulation.rules import Due

SCRIPTED = "sickness_absence"
SCRIPT = (
    "refused",
    "skipped",
    "fails a test",
    "loose",
    "skipped",
    "by hand",
    "skipped",
    "corrected",
    "skipped",
    "fails a suite",
    "copied",
    "loaded again",
)
DRAWN = {
    "on time": 45,
    "early": 8,
    "late": 12,
    "skipped": 12,
    "refused": 5,
    "corrected": 7,
    "copied": 4,
    "landed late": 4,
    "loose": 3,
    "by hand": 3,
    "loaded again": 2,
    "fails a test": 1,
    "fails a suite": 1,
}
# What can be the matter with a file that is found on a page: the rest needs a person.
ON_PAGES = ("on time", "early", "late", "skipped", "corrected")
# Returns that some bodies send, and others leave out.
SHARE = {"people_pulse": 0.35, "nhsei_bbs": 0.8}


def of_periods(
    player: Player, dues: list[Due], draw: random.Random, share: float
) -> Iterator[Release]:
    """One period after the other, each in its own way; the first always comes."""
    script = list(SCRIPT) if player.publication_id == SCRIPTED else []
    comes = share * SHARE.get(player.publication_id, 1.0)
    skipped: tuple[date, ...] = ()
    for place, due in enumerate(dues):
        if place and not script and draw.random() > comes:
            continue
        how = script.pop(0) if script else draw.choices([*DRAWN], [*DRAWN.values()])[0]
        if player.is_fetched and how not in ON_PAGES:
            how = "late"
        day = _day_of(due, draw)
        days = (*skipped, day)
        skipped = days if how == "skipped" else ()
        if how != "skipped":
            if player.restates and draw.random() > 0.4:
                days = (*_earlier(day), *days)
            yield from _released(player, due, days, how, draw)


def _released(
    player: Player, due: Due, days: tuple[date, ...], how: str, draw: random.Random
) -> Iterator[Release]:
    opens = max(due.opens, days[-1] + timedelta(days=1))
    on = opens + timedelta(days=draw.randrange(max(1, (due.closes - opens).days)))
    if how == "early":
        on = max(days[-1] + timedelta(days=1), opens - timedelta(days=draw.randrange(1, 10)))
    if how == "late":
        on = due.grace_ends + timedelta(days=draw.randrange(1, 45))
    on = thursday(on)
    one = file(player, days, on, draw)
    later = thursday(on + timedelta(days=draw.randrange(3, 12)))
    if how == "refused":
        yield replace(one, fate=Fate.REFUSED)
        yield file(player, days, later, draw)
    elif how in ("fails a test", "fails a suite"):
        fate = Fate.FAILS_A_SUITE if how == "fails a suite" else Fate.FAILS_A_TEST
        fate = fate if player.publication_id == SCRIPTED else Fate.FAILS_A_SUITE
        yield replace(one, fate=fate, figure=700 if fate is Fate.FAILS_A_TEST else 2000)
        yield replace(file(player, days, later, draw), cures=True)
    else:
        if how == "landed late":
            one = replace(one, lands_on=later)
        elif how == "loose":
            one = replace(one, is_loose=True, name=f"loose_{one.name}")
        elif how == "by hand":
            one = replace(one, is_by_hand=True)
        yield one
        if how == "corrected":
            yield replace(file(player, days, later, draw), is_correction=True)
        elif how in ("copied", "loaded again"):
            # The same bytes, under another name and another day.
            yield replace(
                one,
                published_on=later,
                lands_on=later,
                name=f"copy_{one.name}",
                is_copy=True,
                is_by_hand=how == "loaded again",
            )


def file(
    player: Player, days: tuple[date, ...], published_on: date, draw: random.Random
) -> Release:
    """A good file of these days, with figures of its own."""
    return Release(
        player.publication_id,
        days,
        published_on,
        lands_on=published_on,
        name=f"{player.publication_id}_{days[-1]}_of_{published_on}.csv",
        figure=round(draw.uniform(1, 99), 3),
    )


def _day_of(due: Due, draw: random.Random) -> date:
    """The day that figures of a period are of."""
    if due.there_from == due.last_day:
        return due.last_day
    return due.first_day + timedelta(days=draw.randrange((due.last_day - due.first_day).days + 1))


def thursday(day: date) -> date:
    """The day itself or the next on which statistics come out."""
    return day + timedelta(days=(3 - day.weekday()) % 7)


def _earlier(day: date) -> tuple[date, ...]:
    return tuple(day.replace(year=day.year - back) for back in (2, 1))
