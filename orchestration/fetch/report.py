"""What a fetch has to say: files found, brought, unchanged; what went wrong, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from orchestration.catalogue import Publication
from orchestration.errors import PlainError


class FetchError(PlainError):
    """One address that gives nothing; the publication's other addresses go on."""


@dataclass(frozen=True)
class Source:
    """Whose addresses are asked: which hosts may be, and where people look instead."""

    publication_id: str
    landing_page: str
    hosts: frozenset[str]

    @classmethod
    def of(cls, publication: Publication) -> Source:
        """The source that a publication's YAML declares."""
        hosts = publication.fetch.named_hosts if publication.fetch else frozenset()
        return cls(publication.publication_id, publication.landing_page, hosts)

    @property
    def key(self) -> str:
        """Where to edit what is fetched."""
        return f"fetch in orchestration/publications/{self.publication_id}.yml"

    @property
    def correct(self) -> str:
        """The next step where the publisher may have moved or renamed something."""
        return f"Open {self.landing_page} in a browser, see what changed, and correct {self.key}."

    @property
    def by_hand(self) -> str:
        """The next step where no program is to do it."""
        return (
            f"Open {self.landing_page} in a browser, download what is new, and put it into "
            f"landing/{self.publication_id}/<day of publication>/."
        )

    @property
    def again(self) -> str:
        """The next step where waiting may help."""
        return f"Fetch again later. If it stays so: {self.by_hand}"

    def folder(self, published_on: date | None) -> str:
        """Where a file of that day lands, below the home; the register assumes a missing day."""
        parts = ("landing", self.publication_id, published_on and published_on.isoformat())
        return "/".join(part for part in parts if part)


@dataclass(frozen=True)
class Found:
    """A file that a page links to or the YAML names, and the day it was published, if known."""

    url: str
    published_on: date | None
    folder: str


@dataclass(frozen=True)
class Brought:
    """A file that now lies in landing. `landed_as` is its path below landing, as registered."""

    url: str
    landed_as: str
    published_on: date | None
    size_bytes: int
    sha256: str


@dataclass(frozen=True)
class Failure:
    """An address that gave nothing; `folder` is where its file belongs, if it was for a file."""

    url: str
    reason: str
    next_step: str
    folder: str | None = None


@dataclass(frozen=True)
class FetchReport:
    """What came of one publication. `found` is filled where nothing was to be brought.

    `unchanged` are addresses whose bytes are held already, `notes` what is odd but no failure.
    """

    publication_id: str
    found: tuple[Found, ...] = ()
    brought: tuple[Brought, ...] = ()
    unchanged: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    notes: tuple[str, ...] = ()
