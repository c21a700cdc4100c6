"""Fits record layouts to a grid: by a header row, or by the look of headerless fields."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from orchestration.catalogue import Table
from orchestration.catalogue.columns import CodeColumn, DateColumn
from orchestration.catalogue.layouts import (
    SYNTHETIC_FIELD,
    SYNTHETIC_HEADER,
    HeaderlessLayout,
    RecordsLayout,
    normalise,
)
from orchestration.ingest.reader.captured import captured_above
from orchestration.ingest.reader.match import Match
from orchestration.ingest.reader.row import Row, headers

ENOUGH_LOOK_RIGHT = 0.9


def match_records(layout: RecordsLayout, rows: Sequence[Row]) -> Match | None:
    """The best fit of a header among the first rows, None where not one header is there."""
    counts = [_headers_in(layout, row) for row in rows]
    if not any(counts):
        return None
    number = counts.index(max(counts)) + 1
    best = _match_row(layout, number, rows[number - 1])
    if best.missing and not best.is_near:
        # Whatever stood above would not make it this layout: patterns on wide grids take seconds.
        return best
    captured, uncaptured = captured_above(layout, rows[: best.first_data_row - 1])
    return replace(best, captured=captured, problems=(*best.problems, *uncaptured))


def _headers_in(layout: RecordsLayout, row: Row) -> int:
    """How many of the layout's headers a row holds."""
    return len(layout.columns_among(headers(row, footnotes=layout.has_footnote_digits)))


def _match_row(layout: RecordsLayout, number: int, row: Row) -> Match:
    header = tuple(
        (position, normalise(text)) for position, text in enumerate(row, 1) if text.strip()
    )
    found: dict[str, list[int]] = {column: [] for column in layout.headers}
    synthetic, strange = [], []
    for position, text in header:
        column = layout.column_of(layout.normalise(text))
        if column:
            found[column].append(position)
        elif text == SYNTHETIC_HEADER:
            synthetic.append(position)
        elif not layout.ignores(text):
            strange.append(position)
    return Match(
        first_data_row=number + 1,
        places=tuple((column, positions[0]) for column, positions in found.items() if positions),
        matched=sum(bool(positions) for positions in found.values()),
        missing=tuple(
            layout.headers[c][0].shown for c, positions in found.items() if not positions
        ),
        unmapped=tuple(row[p - 1].strip() for p in strange),
        problems=tuple(
            f"header {row[p[0] - 1].strip()!r} stands more than once, in columns {p}"
            for p in (*found.values(), synthetic)
            if len(p) > 1
        ),
        synthetic_position=synthetic[0] if synthetic else None,
        header=header,
    )


def match_headerless(
    layout: HeaderlessLayout, table: Table, rows: Sequence[Row], field_counts: Sequence[int]
) -> Match | None:
    """The fit of positional fields: their usual number is right, codes and days look like it."""
    if not rows:
        return None
    usual = Counter(field_counts).most_common(1)[0][0]
    regular = [row for row, count in zip(rows, field_counts, strict=True) if count == usual]
    if len(regular) < ENOUGH_LOOK_RIGHT * len(rows):
        return None
    is_synthetic = all(normalise(row[usual - 1]) == SYNTHETIC_FIELD for row in regular)
    width = usual - is_synthetic
    if width not in layout.field_counts:
        return None
    columns = layout.columns[:width]
    if not all(_looks_right(table, column, place, regular) for place, column in enumerate(columns)):
        return None
    return Match(
        first_data_row=1,
        places=tuple((column, position) for position, column in enumerate(columns, 1)),
        matched=len(columns),
        synthetic_position=width + 1 if is_synthetic else None,
    )


def _looks_right(table: Table, column: str, place: int, rows: Sequence[Row]) -> bool:
    kind = table.columns[column]
    if not isinstance(kind, CodeColumn | DateColumn):
        return True
    values = [row[place].strip() for row in rows]
    if not kind.required:
        values = [value for value in values if value]
    return sum(_is_of_kind(kind, value) for value in values) >= ENOUGH_LOOK_RIGHT * len(values)


def _is_of_kind(kind: CodeColumn | DateColumn, value: str) -> bool:
    if isinstance(kind, CodeColumn):
        return re.fullmatch(kind.pattern, value) is not None
    return any(_is_day(value, pattern) for pattern in kind.formats)


def _is_day(value: str, pattern: str) -> bool:
    try:
        datetime.strptime(value, pattern)
    except ValueError:
        return False
    return True
