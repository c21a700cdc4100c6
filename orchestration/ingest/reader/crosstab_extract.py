"""Takes a cross-table out of a grid, by SQL, into the temporary table `extracted`: a row a cell.

`extracted` has the columns of the raw table as text, then `sheet_name`, `row_number`,
`column_number` and `synthetic_mark`.
"""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from orchestration.catalogue.layouts import CrosstabLayout
from orchestration.ingest.reader.body import refuse_filled
from orchestration.ingest.reader.cells import fields, filled
from orchestration.ingest.reader.grid import Grid
from orchestration.ingest.reader.match import Match
from orchestration.ingest.reader.recognise import Recognised
from orchestration.ingest.reader.refusal import DOWNLOAD_AGAIN, RefusedError
from orchestration.ingest.reader.session import one_number


def extract_crosstab(grid: Grid, recognised: Recognised, layout: CrosstabLayout) -> list[str]:
    """Fills `extracted` from `grid`; returns notes on what was left out.

    Raises `RefusedError` for rows that were cut, rows without a label, values without a heading.
    """
    match = recognised.match
    spread = [f"c{position}" for position, _ in match.headings]
    labels = [f"c{position}" for _, position in match.places]
    end = match.end_row or grid.height + 1
    grid.connection.execute(
        f"""
        create or replace temp table body as
        with rows as (
            select
                *,
                {filled(spread)} as filled,
                {filled(labels)} as labelled,
                {fields(grid.cells)} as fields
            from {grid.name}
            where row_number >= {match.first_data_row} and row_number < {end}
        )

        select * from rows
        where row_number <= (select max(row_number) from rows where filled > 0)
        """
    )
    _refuse_broken_rows(grid, recognised, spread)
    beneath = one_number(
        grid.connection,
        f"""
        select count(*) from {grid.name}
        where row_number >= {match.first_data_row} and row_number < {end}
            and row_number > (select max(row_number) from body)
            and {filled(grid.cells)} > 0
        """,
    )
    _melt(grid, recognised, layout, spread)
    return [f"{grid.where}{beneath} lines of notes beneath the table left out"] if beneath else []


def _refuse_broken_rows(grid: Grid, recognised: Recognised, spread: Sequence[str]) -> None:
    if not one_number(grid.connection, "select count(*) from body"):
        raise RefusedError(f"{grid.where}the table under the header is empty", DOWNLOAD_AGAIN)
    width = recognised.match.width
    if grid.is_text:
        cut = one_number(
            grid.connection,
            f"select min(row_number) from body where filled > 0 and fields < {width}",
        )
        if cut:
            raise RefusedError(
                f"row {cut} has fewer fields than the header, so it was cut", DOWNLOAD_AGAIN
            )
    orphan = one_number(
        grid.connection, "select min(row_number) from body where filled > 0 and labelled = 0"
    )
    if orphan:
        raise RefusedError(f"{grid.where}row {orphan} has values but no label", DOWNLOAD_AGAIN)
    known = {*spread, *(f"c{position}" for _, position in recognised.match.places)}
    known.add(f"c{recognised.match.synthetic_position}")
    strays = [cell for cell in grid.cells if cell not in known]
    refuse_filled(
        grid, strays, "has a value in a column without a heading", "filled > 0", DOWNLOAD_AGAIN
    )


def _melt(
    grid: Grid, recognised: Recognised, layout: CrosstabLayout, spread: Sequence[str]
) -> None:
    match = recognised.match
    columns = _sources(recognised, layout)
    mark = match.synthetic_position
    grid.connection.register("headings", _headings(layout, match))
    grid.connection.execute(
        f"""
        create or replace temp table extracted as
        with cells as (
            select * from body unpivot include nulls (text for cell in ({", ".join(spread)}))
        ),

        values_published as (
            select *, published(text) as published_value from cells
        )

        select
            {", ".join(f'{source} as "{name}"' for name, source in columns.items())},
            $sheet::varchar as sheet_name,
            row_number,
            column_number,
            {f"c{mark}" if mark else "null::varchar"} as synthetic_mark
        from values_published
        inner join headings using (cell)
        where labelled > 0 and ($keeps_blanks or published_value is not null)
        order by row_number, column_number
        """,
        {
            "sheet": grid.sheet,
            "keeps_blanks": layout.blank_cells == "keep",
            **match.captured,
        },
    )
    grid.connection.unregister("headings")


def _headings(layout: CrosstabLayout, match: Match) -> pa.Table:
    """What stands above each value column: `cell`, `column_number`, `h_<column>`."""
    return pa.table(
        {
            "cell": [f"c{position}" for position, _ in match.headings],
            "column_number": pa.array([position for position, _ in match.headings], pa.int32()),
            **{
                f"h_{heading.column}": [values[level] or None for _, values in match.headings]
                for level, heading in enumerate(layout.headings)
                if heading.column
            },
        }
    )


def _sources(recognised: Recognised, layout: CrosstabLayout) -> dict[str, str]:
    """SQL for each column of the table: from its value, a caption, a label or a heading."""
    sources = dict.fromkeys(recognised.table.columns, "null::varchar")
    sources |= {
        heading.column: f"h_{heading.column}" for heading in layout.headings if heading.column
    }
    sources |= {name: f"published(c{position})" for name, position in recognised.match.places}
    sources |= {name: f"${name}::varchar" for name in recognised.match.captured}
    return {**sources, layout.value: "published_value"}
