"""Reads a web page for two things: the addresses it links to, and its day of publication."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

from orchestration.catalogue.fetch import MARKED
from orchestration.fetch.address import shown

DATE_FORMATS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d/%m/%Y")
NOT_SHOWN = {"script", "style", "template"}
MARKS = {"datepublished", "article:published_time", "govuk:first-published-at"}
"""What pages mark their date of publication with, as `itemprop`, `property` or `name`."""


class WebPage(HTMLParser):
    """A page's links in order, what a reader sees of it, and the days it is marked with."""

    def __init__(self, url: str, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.url, self._base = url, url
        self._links: dict[str, None] = {}
        self._texts: list[str] = []
        self._marks: list[str] = []
        self._hidden = 0
        self._is_marked = False
        self.feed(html)
        self.close()

    @property
    def links(self) -> tuple[str, ...]:
        """The absolute addresses that it links to, each once, fragments left out."""
        return tuple(self._links)

    @property
    def text(self) -> str:
        """What a reader sees, white space collapsed."""
        return " ".join(" ".join(self._texts).split())

    def matching(self, pattern: str) -> list[str]:
        """The links whose whole address matches, percent signs decoded, whatever the case."""
        compiled = re.compile(pattern, re.IGNORECASE)
        return [link for link in self.links if compiled.fullmatch(shown(link))]

    def published_on(self, told_by: str | None, today: date) -> date | None:
        """The first day of publication that `told_by` finds; a day to come is not believed."""
        if told_by is None:
            return None
        texts = (
            self._marks
            if told_by == MARKED
            else [found["date"] or "" for found in re.finditer(told_by, self.text)]
        )
        return next((day for day in map(day_of, texts) if day and day <= today), None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the tag links to, or marks."""
        given = {name: value or "" for name, value in attrs}
        self._hidden += tag in NOT_SHOWN
        if tag == "base":
            self._base = urljoin(self.url, given.get("href", ""))
        if tag == "a" and "href" in given:
            self._link(given["href"])
        marked_as = {given.get(name, "").lower() for name in ("itemprop", "property", "name")}
        if MARKS & marked_as or tag == "time":
            value = given.get("content") or given.get("datetime")
            self._is_marked = not value
            if value:
                self._marks.append(value)

    def handle_endtag(self, tag: str) -> None:
        """Note where text is seen again."""
        self._hidden = max(self._hidden - (tag in NOT_SHOWN), 0)

    def handle_data(self, data: str) -> None:
        """Keep what is seen; the first text within a mark without a value is its value."""
        if self._hidden or not data.strip():
            return
        if self._is_marked:
            self._marks.append(data)
            self._is_marked = False
        self._texts.append(data)

    def _link(self, href: str) -> None:
        # A page may link to anything, also to what is no address.
        with suppress(ValueError):
            address = urldefrag(urljoin(self._base, href.strip())).url
            if urlsplit(address).scheme in ("https", "http"):
                self._links.setdefault(address.replace(" ", "%20"))


def day_of(text: str) -> date | None:
    """The day that a text states, ISO with or without a time or as people write it, or None."""
    stated = " ".join(text.split())
    with suppress(ValueError):
        return datetime.fromisoformat(stated).date()
    for form in DATE_FORMATS:
        with suppress(ValueError):
            return datetime.strptime(stated, form).date()
    return None
