"""Fits a cross-table to a grid: labels to the left, one or more rows of headings above."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from itertools import groupby, pairwise

from orchestration.catalogue.layouts import (
    SYNTHETIC_HEADER,
    CrosstabLayout,
    Header,
    Heading,
    compiled,
    normalise,
)
from orchestration.ingest.reader.captured import captured_above
from orchestration.ingest.reader.match import Match, Place
from orchestration.ingest.reader.row import Row, headers, texts

MINIMUM_COLUMNS = 2
MONTHS = ("%B %Y", "%Y%m")
YEAR_PAIR = r"(\d{4}) ?[-/] ?\d{2,4}"


def match_crosstab(
    layout: CrosstabLayout, rows: Sequence[Row], first_row: int, end_row: int | None
) -> Match | None:
    """The first place where the headings fit, None where nothing looks like them.

    `rows` start at row number `first_row`.
    """
    depth = len(layout.headings)
    for offset in range(len(rows) - depth + 1):
        match = _match_at(layout, rows[: offset + depth], first_row, end_row)
        if match:
            return match
    return None


def _match_at(
    layout: CrosstabLayout, above: Sequence[Row], first_row: int, end_row: int | None
) -> Match | None:
    heads = above[-len(layout.headings) :]
    last = heads[-1]
    named = _named_labels(layout, last)
    if layout.has_named_labels and not named:
        return None
    synthetic = [
        p
        for row in heads
        if SYNTHETIC_HEADER in headers(row, footnotes=False)
        for text, found in texts(row).items()
        if _is_synthetic(text)
        for p in found
    ]
    taken = {*synthetic, *(p for _, p in named)}
    fitting = (found for text, found in texts(last).items() if _fits(layout.headings[-1], text))
    spread = sorted(p for found in fitting for p in found if p not in taken)
    if len(spread) < MINIMUM_COLUMNS:
        return None
    headings = _headings(layout, heads, spread)
    if not all(
        _looks_like(heading, [values[level] for _, values in headings])
        for level, heading in enumerate(layout.headings)
    ):
        return None
    labels = named if layout.has_named_labels else _positional_labels(layout, spread[0])
    known = {*spread, *synthetic, *(p for _, p in labels)}
    strangers = [
        f"{text.strip()} (column {p})"
        for p, text in enumerate(last, 1)
        if text.strip() and p not in known and p > spread[0]
    ]
    captured, uncaptured = captured_above(layout, above)
    return Match(
        first_data_row=first_row + len(above),
        places=tuple(labels),
        matched=len(labels) + len(spread),
        missing=(*_missing_labels(layout, labels, spread[0]), *_missing_headings(layout, headings)),
        unmapped=tuple(strangers),
        problems=(*uncaptured, *_order_problems(layout, headings)),
        synthetic_position=synthetic[0] if synthetic else None,
        headings=tuple(headings),
        captured=captured,
        end_row=end_row,
    )


def _is_synthetic(text: str) -> bool:
    return normalise(text) == SYNTHETIC_HEADER


def _fits(heading: Heading, text: str) -> bool:
    if heading.pattern is None:
        return True
    return compiled(heading.pattern).fullmatch(normalise(text)) is not None


def _looks_like(heading: Heading, values: Sequence[str]) -> bool:
    """Whether a row of headings is this one: patterns by majority, members by at least one."""
    if heading.pattern and 2 * sum(_fits(heading, value) for value in values) <= len(values):
        return False
    present = {normalise(value) for value in values}
    return not heading.includes or any(normalise(one) in present for one in heading.includes)


def _named_labels(layout: CrosstabLayout, row: Row) -> list[Place]:
    there = headers(row, footnotes=layout.has_footnote_digits)
    return [
        (label.column, _position(layout, label.header, row))
        for label in layout.labels
        if label.header and label.header.among(there)
    ]


def _position(layout: CrosstabLayout, header: Header, row: Row) -> int:
    return next(
        positions[0]
        for text, positions in texts(row).items()
        if header.matches(layout.normalise(text))
    )


def _positional_labels(layout: CrosstabLayout, first_spread: int) -> list[Place]:
    positions = range(1, first_spread)
    return [(label.column, p) for label, p in zip(layout.labels, positions, strict=False)]


def _missing_labels(
    layout: CrosstabLayout, labels: Sequence[Place], first_spread: int
) -> list[str]:
    found = {column for column, _ in labels}
    missing = [
        label.header.shown if label.header else f"the label column {label.column}"
        for label in layout.labels
        if label.column not in found and not label.is_optional
    ]
    if not layout.has_named_labels and first_spread - 1 > len(layout.labels):
        missing.append(f"a layout for {first_spread - 1} label columns")
    return missing


def _missing_headings(
    layout: CrosstabLayout, headings: Sequence[tuple[int, tuple[str, ...]]]
) -> list[str]:
    missing = []
    for level, heading in enumerate(layout.headings):
        present = {normalise(values[level]) for _, values in headings}
        missing += [one for one in heading.includes if normalise(one) not in present]
    return missing


def _headings(
    layout: CrosstabLayout, heads: Sequence[Row], spread: Sequence[int]
) -> list[tuple[int, tuple[str, ...]]]:
    """What stands above each value column; a merged heading ends where one above it changes."""
    current = [""] * len(heads)
    wanted, found = set(spread), []
    for position in range(spread[0], spread[-1] + 1):
        for level, heading in enumerate(layout.headings):
            text = heads[level][position - 1].strip()
            if text:
                current[level:] = [text] + [""] * (len(heads) - level - 1)
            elif not heading.fill_right:
                current[level] = ""
        if position in wanted:
            found.append((position, tuple(current)))
    return found


def _order_problems(
    layout: CrosstabLayout, headings: Sequence[tuple[int, tuple[str, ...]]]
) -> Iterable[str]:
    for level, heading in enumerate(layout.headings):
        for _, block in groupby(headings, key=lambda item: item[1][:level]):
            texts = [(position, values[level]) for position, values in block]
            if heading.is_ascending:
                yield from _descending([text for text, _ in groupby(text for _, text in texts)])
            for sequence in heading.in_order:
                yield from _disorder(sequence, [text for _, text in texts])


def _descending(texts: Sequence[str]) -> Iterable[str]:
    dates = [(_month(text) or _year(text), text) for text in texts]
    for (earlier, before), (later, after) in pairwise(dates):
        if earlier and later and later <= earlier:
            yield f"heading {after!r} stands after {before!r}: months and years must ascend"


def _month(text: str) -> datetime | None:
    """The month of a heading such as `April 2024`; of `202309 to 202409` the last."""
    for pattern in MONTHS:
        with suppress(ValueError):
            return datetime.strptime(" ".join(text.split()).split(" to ")[-1], pattern)
    return None


def _year(text: str) -> datetime | None:
    """The first of January of the year in which `2023-24` or `2023/24` begins."""
    years = re.fullmatch(YEAR_PAIR, text.strip())
    return datetime(int(years[1]), 1, 1) if years else None


def _disorder(sequence: Sequence[str], texts: Sequence[str]) -> Iterable[str]:
    places = {normalise(one): place for place, one in enumerate(sequence)}
    known = [(places[normalise(text)], text) for text in texts if normalise(text) in places]
    for (earlier, before), (later, after) in pairwise(known):
        if later <= earlier:
            yield f"heading {after!r} stands after {before!r}, in another order than ever"
