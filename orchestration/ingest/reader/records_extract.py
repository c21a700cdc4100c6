"""Takes records out of a grid, by SQL, into the temporary table `extracted`.

`extracted` has the columns of the raw table as text, then `sheet_name`, `row_number` and
`synthetic_mark`. Row by row nothing is decided in Python.
"""

from __future__ import annotations

from orchestration.ingest.reader.body import refuse_filled
from orchestration.ingest.reader.cells import fields, filled
from orchestration.ingest.reader.grid import Grid
from orchestration.ingest.reader.recognise import Recognised
from orchestration.ingest.reader.refusal import RefusedError
from orchestration.ingest.reader.session import one_number, one_row


def extract_records(grid: Grid, recognised: Recognised) -> list[str]:
    """Fills `extracted` from `grid`; returns notes on what was left out.

    Raises `RefusedError` for rows that were cut and for values without a header.
    """
    match = recognised.match
    # Without a header the fields count; a header's empty tail is no column.
    width = max(match.width, match.synthetic_position or 0)
    same = [f"header_form(c{position}) = ?" for position, _ in match.header] or ["false"]
    grid.connection.execute(
        f"""
        create or replace temp table body as
        select
            *,
            {filled(grid.cells)} as filled,
            {fields(grid.cells)} as fields,
            case when {same[0]} then {" and ".join(same[1:]) or "true"} else false end as is_header
        from {grid.name}
        where row_number >= ?
        """,
        [*(text for _, text in match.header), match.first_data_row],
    )
    notes = _leave_out(grid)
    if grid.is_text:
        _refuse_ragged(grid, recognised, width)
    _refuse_strays(grid, recognised, width)
    places = dict(match.places)
    sources = dict.fromkeys(recognised.table.columns, "null::varchar")
    sources |= {name: f"published(c{position})" for name, position in places.items()}
    sources |= {name: f"${name}::varchar" for name in match.captured}
    columns = [f'{source} as "{name}"' for name, source in sources.items()]
    mark = match.synthetic_position
    grid.connection.execute(
        f"""
        create or replace temp table extracted as
        select
            {", ".join(columns)},
            $sheet::varchar as sheet_name,
            row_number,
            {f"c{mark}" if mark else "null::varchar"} as synthetic_mark
        from body
        order by row_number
        """,
        {"sheet": grid.sheet, **match.captured},
    )
    return notes


def _leave_out(grid: Grid) -> list[str]:
    """Deletes blank rows, repeated headers and the notes beneath from `body`."""
    notes = []
    repeated = one_number(grid.connection, "select count(*) from body where is_header")
    if repeated:
        notes.append(f"{grid.where}{repeated} repeated header rows left out")
    last = one_number(grid.connection, "select max(row_number) from body where filled > 1")
    # Right beneath the last row of a text file a short row is no note but a row that was cut.
    next_filled = one_number(
        grid.connection,
        f"select min(row_number) from body where filled = 1 and row_number > {last}",
    )
    if next_filled and not (grid.is_text and next_filled == last + 1):
        beneath = one_number(
            grid.connection, f"select count(*) from body where filled > 0 and row_number > {last}"
        )
        notes.append(f"{grid.where}{beneath} lines of notes beneath the table left out")
        grid.connection.execute(f"delete from body where row_number > {last}")
    grid.connection.execute("delete from body where filled = 0 or is_header")
    return notes


def _refuse_ragged(grid: Grid, recognised: Recognised, width: int) -> None:
    row = one_row(
        grid.connection,
        "select row_number, fields, (select max(row_number) from body) = row_number"
        f" from body where fields < {width} order by row_number limit 1",
    )
    if not row:
        return
    number, fields, is_last = row
    if is_last:
        what = (
            f"the file ends in the middle of row {number}: "
            f"{fields} of {width} fields are there, so it was cut"
        )
    else:
        what = f"row {number} has {fields} fields, the header has {width}"
    raise RefusedError(what, recognised.next_step(recognised.key))


def _refuse_strays(grid: Grid, recognised: Recognised, width: int) -> None:
    named = {position for position, _ in recognised.match.header}
    named |= {position for _, position in recognised.match.places}
    unnamed = [cell for n, cell in enumerate(grid.cells, 1) if n not in named or n > width]
    unnamed = [cell for cell in unnamed if cell != f"c{recognised.match.synthetic_position}"]
    refuse_filled(
        grid,
        unnamed,
        "has more values than the header has columns",
        "filled > 0",
        recognised.next_step(recognised.key),
    )
