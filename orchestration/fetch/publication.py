"""Fetches one publication: looks where its YAML says, and lands what is not held yet."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime

from orchestration.catalogue import Catalogue, Publication
from orchestration.errors import WRONG_USAGE, PlainError
from orchestration.fetch.address import safe_name
from orchestration.fetch.download import Downloaded, download
from orchestration.fetch.find import Finder
from orchestration.fetch.landing import LandingFolder
from orchestration.fetch.memory import Memory, Remembered
from orchestration.fetch.report import Brought, Failure, FetchError, FetchReport, Found, Source
from orchestration.fetch.web import Web, open_web
from orchestration.home import Home
from orchestration.ingest.archive import utc
from orchestration.ingest.files import shown
from orchestration.lock import exclusive


def fetchable(catalogue: Catalogue) -> list[str]:
    """The publications that say where they can be fetched from."""
    return [name for name, one in catalogue.publications.items() if one.fetch]


def fetch_publication(
    home: Home,
    catalogue: Catalogue,
    publication_id: str,
    *,
    now: datetime,
    web: Web | None = None,
    is_check: bool = False,
    on_wait: Callable[[str], None] | None = None,
) -> FetchReport:
    """Bring what is new of a publication into landing; what fails is reported, not raised.

    `now` is when this is done: no day of publication after it is believed. Several publications
    fetched with one `web` ask for shared pages once. `is_check` only looks. One fetch a home
    runs at a time; `on_wait` is told who is in the way. Raises `PlainError` where the
    publication is unknown or is landed by hand.
    """
    publication = require_fetchable(catalogue, publication_id)
    source = Source.of(publication)
    with ExitStack() as stack:
        asked = web or stack.enter_context(open_web())
        finder = Finder(asked, source, now.date())
        stack.enter_context(
            exclusive(home.fetch / ".lock", purpose="people-plan fetch", on_wait=on_wait)
        )
        if publication.fetch:
            finder.look(publication.fetch)
        bringing = _Bringing(home, source, asked, now, finder.failures)
        try:
            for found in finder.found.values():
                bringing.try_one(found, is_check=is_check)
        finally:
            # Also of what a fetch before this one left when it was killed.
            bringing.landing.clear_work()
    return FetchReport(
        publication_id,
        found=tuple(bringing.found),
        brought=tuple(bringing.brought),
        unchanged=tuple(bringing.unchanged),
        failures=tuple(bringing.failures),
        notes=tuple(finder.notes),
    )


def require_fetchable(catalogue: Catalogue, publication_id: str) -> Publication:
    """The publication, if it can be fetched. Raises `PlainError` with what to do instead."""
    publication = catalogue.publications.get(publication_id)
    if publication is None:
        raise PlainError(
            f"{publication_id!r} is no publication that is read.",
            f"Those that can be fetched: {', '.join(fetchable(catalogue)) or 'none'}.",
            exit_code=WRONG_USAGE,
        )
    if publication.fetch is None:
        template = f"fill in what `people-plan template {publication_id}` writes"
        what = template if publication.template else "download what is new"
        raise PlainError(
            f"{publication_id} is landed by hand: it names no address to fetch from.",
            f"See {publication.landing_page}, {what}, and put it into "
            f"landing/{publication_id}/<day of publication>/.",
            exit_code=WRONG_USAGE,
        )
    return publication


@dataclass
class _Bringing:
    """What became of the files found, one after the other."""

    home: Home
    source: Source
    web: Web
    now: datetime
    failures: list[Failure]
    found: list[Found] = field(default_factory=list)
    brought: list[Brought] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.landing = LandingFolder(self.home, self.source.publication_id)
        self.memory = Memory(self.home.fetch / f"{self.source.publication_id}.json")

    def try_one(self, found: Found, *, is_check: bool) -> None:
        try:
            if is_check:
                self._check(found)
            else:
                self._bring(found)
        except FetchError as error:
            self._fail(found, error.problem, error.next_step)
        except OSError as error:
            reason = f"it cannot be written ({error.strerror or error})"
            next_step = f"Check the space on the disk and the right to write to {self.home.root}."
            self._fail(found, reason, next_step)

    def _check(self, found: Found) -> None:
        self.web.require_welcome(found.url, self.source)
        if self._known(found):
            self.unchanged.append(found.url)
        else:
            self.found.append(found)

    def _bring(self, found: Found) -> None:
        known = self._known(found)
        self.landing.work.mkdir(parents=True, exist_ok=True)
        name = safe_name(found.url)
        downloaded = download(
            self.web,
            found.url,
            self.source,
            self.landing.work / f"{name}.partial",
            known.conditions if known else {},
        )
        if downloaded is None:
            self.unchanged.append(found.url)
            return
        if self.landing.holds(downloaded.sha256, downloaded.size_bytes):
            self.unchanged.append(found.url)
        else:
            self._land(found, downloaded, name)
        self.memory.keep(found.url, self._remembered(downloaded))

    def _land(self, found: Found, downloaded: Downloaded, name: str) -> None:
        folder = self.home.root / found.folder
        landed = self.landing.land(downloaded.path, folder, name, downloaded.sha256)
        self.brought.append(
            Brought(
                found.url,
                shown(landed.relative_to(self.home.landing).as_posix()),
                found.published_on,
                downloaded.size_bytes,
                downloaded.sha256,
            )
        )

    def _known(self, found: Found) -> Remembered | None:
        """What this address gave before, if it is still held: else it has to come again."""
        known = self.memory.of(found.url)
        return known if known and self.landing.holds(known.sha256, known.size_bytes) else None

    def _remembered(self, downloaded: Downloaded) -> Remembered:
        return Remembered(
            downloaded.sha256,
            downloaded.size_bytes,
            downloaded.etag,
            downloaded.last_modified,
            utc(self.now),
        )

    def _fail(self, found: Found, reason: str, next_step: str) -> None:
        self.failures.append(Failure(found.url, reason, next_step, found.folder))
