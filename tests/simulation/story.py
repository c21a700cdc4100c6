"""What happens: the releases of some years, told from a seed by each publication's calendar."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tests.simulation.cast import CAST, Player
from tests.simulation.draw import file, of_periods, thursday
from tests.simulation.release import Fate, Release
from tests.simulation.rules import Timetable

# The longest time between two files that keep to no calendar.
IRREGULAR_DAYS = 600


@dataclass(frozen=True)
class Frame:
    """What a story is told by: its days, its seed, and how many of the periods come at all.

    `share` goes from 0 to 1 and is of the periods that follow no script.
    """

    first_day: date
    last_day: date
    share: float = 1.0
    seed: int = 2020


@dataclass(frozen=True)
class Story:
    """All that lands by itself, and what publishers have on their pages, both in order of days."""

    frame: Frame
    lands: tuple[Release, ...]
    on_pages: tuple[Release, ...]


def tell(timetables: dict[str, Timetable], frame: Frame) -> Story:
    """The story of a frame; the same one tells the same."""
    told = [
        release
        for player in CAST
        for release in _of_player(player, timetables[player.publication_id], frame)
    ]
    told.append(_stranger(thursday(frame.first_day + timedelta(days=40))))
    told = [one for one in told if frame.first_day <= one.lands_on <= frame.last_day]
    fetched = {player.publication_id for player in CAST if player.is_fetched}
    lands = [
        one for one in told if one.publication_id not in fetched or one.lands_on == frame.first_day
    ]
    on_pages = [one for one in told if one not in lands]
    return Story(
        frame,
        tuple(sorted(_apart(lands), key=lambda one: (one.lands_on, one.name))),
        tuple(sorted(on_pages, key=lambda one: (one.published_on, one.name))),
    )


def _of_player(player: Player, timetable: Timetable, frame: Frame) -> Iterator[Release]:
    draw = random.Random(f"{player.publication_id} {frame.seed}")
    if not timetable.dues:
        day = frame.first_day + timedelta(days=draw.randrange(90))
        while day < frame.last_day:
            yield file(player, (day - timedelta(days=20),), thursday(day), draw)
            day += timedelta(days=draw.randrange(1, IRREGULAR_DAYS))
        return
    begun = [due for due in timetable.dues if due.opens <= frame.first_day]
    if begun and timetable.row_on(frame.first_day)["starts_with"] == "publisher":
        held = begun[-1]
        days = tuple(due.last_day for due in begun[-3:]) if player.restates else (held.last_day,)
        published_on = min(held.closes, frame.first_day)
        yield replace(file(player, days, published_on, draw), lands_on=frame.first_day)
    ahead = [due for due in timetable.dues if frame.first_day < due.opens <= frame.last_day]
    yield from of_periods(player, ahead, draw, frame.share)


def _stranger(day: date) -> Release:
    return Release(
        "", (day,), day, lands_on=day, name="notes.csv", fate=Fate.REFUSED, is_loose=True
    )


def _apart(lands: list[Release]) -> list[Release]:
    """Moves what a person takes in by hand to a day on which nothing else lands."""
    taken = {one.lands_on for one in lands if not one.is_by_hand}
    moved = []
    for one in lands:
        day = one.lands_on
        while one.is_by_hand and day in taken:
            day += timedelta(days=1)
        taken.add(day)
        moved.append(replace(one, lands_on=day))
    return moved
