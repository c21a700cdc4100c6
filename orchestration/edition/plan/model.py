"""What a plan says: cells that would change, how many of which kind, and what is held back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

ChangeKind = Literal[
    "added",
    "revised",
    "recomputed",
    "withdrawn",
    "newly_suppressed",
    "reinstated",
    "status_changed",
    "lost",
]
KINDS: dict[ChangeKind, str] = {
    "added": "The edition has no such cell.",
    "revised": "A later release gives another value.",
    "recomputed": "Another value though no later release gives one: a file came late, or the code "
    "that computes it is another.",
    "withdrawn": "A release that gives the series again leaves it out.",
    "newly_suppressed": "It had a value, and is hidden now.",
    "reinstated": "It has a value, and had none.",
    "status_changed": "Another status, but none of the above.",
    "lost": "The edition has the cell, and the build has none.",
}


@dataclass(frozen=True)
class Change:
    """One cell that differs; `moved_share` is of the former value, 1 where all of it went."""

    change: ChangeKind
    mart: str | None
    metric_id: str
    measure_id: str
    definition_id: str
    period_type: str
    period_start: date
    period_end: date
    geography_level: str
    organisation_code: str
    breakdown_type: str
    breakdown_value: str
    unit: str
    former_value: float | None
    value: float | None
    former_status: str | None
    status: str | None
    moved_share: float | None
    publication_id: str | None
    published_on: date | None
    discontinuity_id: str | None


@dataclass(frozen=True)
class Count:
    """How many cells of a metric change in one way, and how many of them are England's."""

    mart: str | None
    metric_id: str
    change: ChangeKind
    cell_count: int
    england_count: int


@dataclass(frozen=True)
class Hold:
    """Cells of one publication, release and kind of change that wait to be acknowledged.

    `published_on` is None where no release is behind the change. `contents_hash` is of the cells
    with the values before and after, so that it names this set and no other.
    """

    hold_id: str
    publication_id: str | None
    published_on: date | None
    change: ChangeKind
    cell_count: int
    england_count: int
    held_as: str
    contents_hash: str
    largest: tuple[Change, ...] = ()
    is_acknowledged: bool = False


@dataclass(frozen=True)
class Plan:
    """What an edition of this build would change, largest first; nothing where nothing stood."""

    is_first: bool = False
    counts: tuple[Count, ...] = ()
    largest: tuple[Change, ...] = ()
    holds: tuple[Hold, ...] = ()

    @property
    def waiting(self) -> tuple[Hold, ...]:
        """The holds that nobody acknowledged."""
        return tuple(hold for hold in self.holds if not hold.is_acknowledged)

    def count(self, change: ChangeKind) -> int:
        """How many cells change in that way."""
        return sum(one.cell_count for one in self.counts if one.change == change)
