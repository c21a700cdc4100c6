"""Writes docs/back_tests.md: printed figures and what the warehouse computes, side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from orchestration.catalogue import load_catalogue
from orchestration.home import PROJECT_ROOT
from orchestration.markdown import page

PAGE = PROJECT_ROOT / "docs" / "back_tests.md"


@dataclass(frozen=True)
class Line:
    """A printed figure on the page. Without a computed one, `reason` says why."""

    known_value_id: str
    publication_id: str | None
    subject: str
    unit: str
    period: str
    published_on: date
    printed: str
    computed: str | None
    agrees: bool
    computed_from: str | None
    cited_from: str
    reason: str | None


def render(lines: Iterable[Line]) -> str:
    """The page as Markdown, by publication."""
    publications = load_catalogue().publications
    every = list(lines)
    compared = [line for line in every if line.reason is None]
    sections = {
        publication.title: [line for line in compared if line.publication_id == publication_id]
        for publication_id, publication in publications.items()
    }
    return page(
        "back_tests.md.j2",
        compared=compared,
        sections={title: found for title, found in sections.items() if found},
        not_compared=[line for line in every if line.reason is not None],
    )


def write(lines: Iterable[Line], target: Path = PAGE) -> None:
    """Renders the page into `target`."""
    target.write_text(render(lines), encoding="utf-8")


def in_words(first: date, last: date) -> str:
    """A period as people write it: a day, a month, or from month to month."""
    if first == last:
        return f"{last.day} {last:%b %Y}"
    begins_with_month = first.day == 1
    ends_with_month = (last + timedelta(days=1)).day == 1
    if not (begins_with_month and ends_with_month):
        return f"{first.day} {first:%b %Y} to {last.day} {last:%b %Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{last:%b %Y}"
    return f"{first:%b %Y} to {last:%b %Y}"
