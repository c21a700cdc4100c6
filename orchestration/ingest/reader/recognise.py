"""Finds which layouts a grid holds, by what is in it and never by its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from orchestration.catalogue import Catalogue, Publication, Table
from orchestration.catalogue.layouts import (
    CrosstabLayout,
    HeaderlessLayout,
    Layout,
    RecordsLayout,
    compiled,
    normalise,
)
from orchestration.ingest.reader.crosstab_match import match_crosstab
from orchestration.ingest.reader.grid import Grid
from orchestration.ingest.reader.match import Match
from orchestration.ingest.reader.records_match import match_headerless, match_records
from orchestration.ingest.reader.refusal import RefusedError, correct_return, edit_layout

HEADER_WITHIN_ROWS = 40
TABLE_HAS_COLUMNS = 3


@dataclass(frozen=True)
class Recognised:
    """One table found in a grid: whose it is, its layout, and where its columns are."""

    publication: Publication
    layout_id: str
    layout: Layout
    match: Match

    @property
    def table(self) -> Table:
        """The table that it fills."""
        return self.publication.tables[self.layout.table]

    @property
    def raw_table(self) -> str:
        """The name in schema `raw` of the table that it fills."""
        return self.publication.raw_table(self.layout.table)

    @property
    def key(self) -> str:
        """The YAML key of its layout."""
        return f"layouts.{self.layout_id}"

    @property
    def is_return(self) -> bool:
        """Whether a body filled it in, in the publication's template."""
        return _is_return(self.publication, self.layout_id)

    def next_step(self, key: str) -> str:
        """What helps where it was refused: a return is corrected, another file got again.

        `key` is the key of the publication's YAML that would take the file as it is.
        """
        return _next_step(self.publication, self.layout_id, key)


def _is_return(publication: Publication, layout_id: str) -> bool:
    return publication.template is not None and publication.template.layout == layout_id


def _next_step(publication: Publication, layout_id: str, key: str) -> str:
    if _is_return(publication, layout_id):
        return correct_return(publication.publication_id)
    return edit_layout(publication.publication_id, key)


def recognise(grid: Grid, catalogue: Catalogue) -> list[Recognised]:
    """The tables of a grid; none if it holds no known table.

    Raises `RefusedError` where a table is near a layout without being in it, with what is missing,
    what is not mapped and the key to edit.
    """
    captioned = list(_captioned(grid, catalogue))
    if captioned:
        return captioned
    found = [
        Recognised(publication, layout_id, layout, match)
        for publication, layout_id, layout in _layouts(catalogue)
        if layout.caption is None and (match := _match(grid, publication, layout))
    ]
    best = _best(grid, found)
    return [best] if best else []


def _layouts(catalogue: Catalogue) -> Iterator[tuple[Publication, str, Layout]]:
    for publication in catalogue.publications.values():
        for layout_id, layout in publication.layouts.items():
            yield publication, layout_id, layout


def _match(grid: Grid, publication: Publication, layout: Layout) -> Match | None:
    rows = grid.start(HEADER_WITHIN_ROWS)
    match layout:
        case RecordsLayout():
            return match_records(layout, rows)
        case HeaderlessLayout():
            table = publication.tables[layout.table]
            return match_headerless(layout, table, rows, grid.field_counts(len(rows)))
        case CrosstabLayout():
            return match_crosstab(layout, rows, 1, None)


def _captioned(grid: Grid, catalogue: Catalogue) -> Iterator[Recognised]:
    """Tables that stand under a caption; each ends where the next caption is."""
    captioned = [
        (compiled(layout.caption), publication, layout_id, layout)
        for publication, layout_id, layout in _layouts(catalogue)
        if layout.caption
    ]
    captions = [
        (row_number, publication, layout_id, layout)
        for row_number, text in grid.lines
        for pattern, publication, layout_id, layout in captioned
        if pattern.search(normalise(text))
    ]
    starts = sorted({row_number for row_number, *_ in captions})
    for row_number, publication, layout_id, layout in captions:
        end = next((start for start in starts if start > row_number), None)
        count = min(HEADER_WITHIN_ROWS, (end or grid.height + 1) - row_number)
        rows = grid.rows(row_number, count)
        if not isinstance(layout, CrosstabLayout) or not _is_tabular(rows):
            continue
        found = match_crosstab(layout, rows, row_number, end)
        if found is None or not found.is_complete:
            raise _near_refusal(grid, publication, layout_id, found)
        yield Recognised(publication, layout_id, layout, found)


def _is_tabular(rows: list[tuple[str, ...]]) -> bool:
    """Whether a table follows, not the line of a list of contents."""
    return any(sum(bool(cell.strip()) for cell in row) >= TABLE_HAS_COLUMNS for row in rows)


def _best(grid: Grid, found: list[Recognised]) -> Recognised | None:
    complete = [one for one in found if one.match.is_complete]
    if complete:
        return max(complete, key=lambda one: one.match.matched)
    # A column more is harmless only if no other layout could have meant it.
    most = max((one.match.matched for one in found), default=0)
    leaders = [one for one in found if one.match.matched == most]
    if len(leaders) == 1 and leaders[0].match.is_additive:
        return leaders[0]
    incomplete = [one for one in found if not one.match.is_additive] or found
    nearest = max(incomplete, key=lambda one: one.match.nearness, default=None)
    if nearest and nearest.match.is_near:
        raise _near_refusal(grid, nearest.publication, nearest.layout_id, nearest.match)
    return None


def _near_refusal(
    grid: Grid, publication: Publication, layout_id: str, match: Match | None
) -> RefusedError:
    if match is None:
        what = "the headings under its caption are not where they were"
    else:
        what = "; ".join(
            part
            for part in (
                f"missing: {', '.join(match.missing)}" if match.missing else "",
                f"not mapped: {', '.join(match.unmapped)}" if match.unmapped else "",
                *match.problems,
            )
            if part
        )
    return RefusedError(
        f"{grid.where}the header is near layout {layout_id} but not in it ({what})",
        _next_step(publication, layout_id, f"layouts.{layout_id}"),
        publication.publication_id,
    )
