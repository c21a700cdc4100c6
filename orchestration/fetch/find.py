"""Finds a publication's files: those its YAML names, and those that its pages link to."""

from __future__ import annotations

from datetime import date

from orchestration.catalogue.fetch import Fetch, FetchedPage
from orchestration.fetch.page import WebPage
from orchestration.fetch.report import Failure, FetchError, Found, Source
from orchestration.fetch.web import Web


class Finder:
    """What was found of one publication so far, and what could not be."""

    def __init__(self, web: Web, source: Source, today: date) -> None:
        self.web, self.source, self.today = web, source, today
        self.found: dict[str, Found] = {}
        self.failures: list[Failure] = []
        self.notes: list[str] = []

    def look(self, fetch: Fetch) -> None:
        """Look through everything that the YAML names; what fails leaves the rest as it is."""
        for file in fetch.files:
            self._add(file.url, file.published_on)
        for page in fetch.pages:
            try:
                self._look_at(page)
            except FetchError as error:
                self._fail(page.url, error)

    def _look_at(self, declared: FetchedPage) -> None:
        page = self.web.page(declared.url, self.source)
        if declared.follow is None:
            self._require(self._files_of(page, declared), [page], "links", declared.links)
            return
        addresses = page.matching(declared.follow)
        self._require(len(addresses), [page], "follow", declared.follow)
        releases, is_any_missing = [], False
        for address in addresses[: declared.releases]:
            try:
                releases.append(self.web.page(address, self.source))
            except FetchError as error:
                is_any_missing = True
                self._fail(address, error)
        counts = {release.url: self._files_of(release, declared) for release in releases}
        if not any(counts.values()) and not is_any_missing:
            self._require(0, releases, "links", declared.links)
        self.notes += [
            f"{url}: no file of {self.source.publication_id} there (links: {declared.links})"
            for url, count in counts.items()
            if not count and any(counts.values())
        ]

    def _files_of(self, page: WebPage, declared: FetchedPage) -> int:
        links = page.matching(declared.links)
        published_on = page.published_on(declared.published_on, self.today)
        for link in links:
            self._add(link, published_on)
        if links and published_on is None and declared.published_on:
            self.notes.append(
                f"{page.url}: no day of publication found (published_on: {declared.published_on});"
                " today will be assumed"
            )
        return len(links)

    def _add(self, url: str, published_on: date | None) -> None:
        self.found.setdefault(url, Found(url, published_on, self.source.folder(published_on)))

    def _require(self, count: int, pages: list[WebPage], key: str, pattern: str) -> None:
        if count:
            return
        linked = sum(len(page.links) for page in pages)
        looked_at = ", ".join(page.url for page in pages)
        raise FetchError(
            f"none of the {linked} links of {looked_at} matches the pattern {pattern}",
            f"{self.source.correct} The pattern stands under {key}.",
        )

    def _fail(self, url: str, error: FetchError) -> None:
        self.failures.append(Failure(url, error.problem, error.next_step))
