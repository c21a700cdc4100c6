"""A file that a publisher or a body sends, and how it is put into landing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from orchestration.home import Home
from tests.simulation.catalogue import header

ORGANISATIONS = ("RA1", "RB2")
# Where a file lies that nobody knows a publication of.
UNKNOWN = "unknown"
TITLE = "Day,Organisation,{}\n"


class Fate(StrEnum):
    """What is the matter with a file."""

    GOOD = "good"
    REFUSED = "refused"
    """The reader cannot make sense of it."""
    FAILS_A_TEST = "fails a test"
    """A blocking test of dbt finds its figures wrong."""
    FAILS_A_SUITE = "fails a suite"
    """A critical expectation finds its figures wrong."""


@dataclass(frozen=True)
class Release:
    """One file: the days that its figures are of, when it is published and when it lands.

    `cures` says that it makes good a file that failed. A `copy` holds the bytes of a file that
    was there; a `loose` one has no dated folder; one loaded `by_hand` is taken in by a person
    before any sensor looks, a copy too. A stranger has no publication.
    """

    publication_id: str
    days: tuple[date, ...]
    published_on: date
    lands_on: date
    name: str
    figure: float = 1.0
    fate: Fate = Fate.GOOD
    cures: bool = False
    is_correction: bool = False
    is_copy: bool = False
    is_loose: bool = False
    is_by_hand: bool = False

    @property
    def holds_back(self) -> bool:
        """Whether no edition may be published while it is the newest of its days."""
        return self.fate in (Fate.FAILS_A_TEST, Fate.FAILS_A_SUITE)

    @property
    def newest_day(self) -> date:
        """The newest day that it holds."""
        return max(self.days)

    def land(self, home: Home) -> None:
        """Put it where a person or a fetch would."""
        folder = home.landing
        if not self.is_loose:
            folder = folder / (self.publication_id or UNKNOWN) / self.published_on.isoformat()
        folder.mkdir(parents=True, exist_ok=True)
        (folder / self.name).write_text(self._text(), "utf-8")

    def in_its_folder(self) -> Release:
        """The same file, in a folder of the day on which a loose one was found."""
        return replace(self, is_loose=False)

    def _text(self) -> str:
        if not self.publication_id:
            return "Notes of a meeting\n"
        figures = [
            f"{day},{organisation},{self._figure(place)}\n"
            for day in self.days
            for place, organisation in enumerate(ORGANISATIONS, 1)
        ]
        return "".join([TITLE.format(header(self.publication_id)), *figures])

    def _figure(self, place: int) -> str:
        return "lost" if self.fate is Fate.REFUSED else str(round(self.figure * place, 3))
