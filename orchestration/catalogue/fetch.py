"""Where a publication's files can be fetched from, as its YAML declares it under `fetch`."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, model_validator

from orchestration.catalogue.columns import Declared, Pattern

LOOPBACK = {"localhost", "127.0.0.1", "::1"}
"""Hosts that are this machine itself: the only ones that plain http may name, for tests."""
MARKED = "marked"


def _is_fetchable(url: str) -> str:
    parts = urlsplit(url)
    if not parts.hostname or parts.scheme not in ("https", "http"):
        raise ValueError("not an address: it begins with https:// and a host")
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        raise ValueError("an address in plain http: only https is fetched")
    if parts.username or parts.password:
        raise ValueError("an address with a name or password: only what is open is fetched")
    return url


def _finds_a_date(published_on: str) -> str:
    if published_on != MARKED and "date" not in re.compile(published_on).groupindex:
        raise ValueError(f"write {MARKED!r}, or a pattern with a group (?P<date>...)")
    return published_on


Address = Annotated[str, AfterValidator(_is_fetchable)]
Host = Annotated[str, Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)*$")]
PublishedOn = Annotated[Pattern, AfterValidator(_finds_a_date)]


class FetchedPage(Declared):
    """A page that links to files or, with `follow`, to the release pages that do.

    `links` and `follow` match the whole of an address, percent signs decoded, without regard to
    case. Of the release pages the first `releases` are looked at, in the page's order.

    `published_on` says where the page with the files tells its day of publication: a pattern
    with a group `date`, searched in its text, or `marked` for what it marks up as its date of
    publication. Without it the day is unknown.
    """

    url: Address
    links: Pattern
    follow: Pattern | None = None
    releases: int = Field(default=3, ge=1)
    published_on: PublishedOn | None = None


class FetchedFile(Declared):
    """A file at an address that stays the same; `published_on` where it never changes."""

    url: Address
    published_on: date | None = None


class Fetch(Declared):
    """What `people-plan fetch` looks at. `hosts` are those that files lie on besides the pages'."""

    hosts: tuple[Host, ...] = ()
    pages: tuple[FetchedPage, ...] = ()
    files: tuple[FetchedFile, ...] = ()

    @model_validator(mode="after")
    def _names_something(self) -> Self:
        if not self.pages and not self.files:
            raise ValueError("fetch names neither pages nor files: name one, or remove it")
        return self

    @property
    def named_hosts(self) -> frozenset[str]:
        """Every host that may be asked for this publication."""
        urls = [page.url for page in self.pages] + [file.url for file in self.files]
        return frozenset(self.hosts) | {urlsplit(url).hostname or "" for url in urls}
