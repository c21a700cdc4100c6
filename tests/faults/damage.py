"""Ways in which a published file is damaged, or only looks different, before it lands."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Sequence

Bytes = Callable[[bytes], bytes]
Rows = list[list[str]]


def decoded(content: bytes) -> str:
    """Text of a published file, whichever of its two encodings it has."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")


def table(content: bytes) -> Rows:
    return list(csv.reader(io.StringIO(decoded(content))))


def written(rows: Sequence[Sequence[str]], line_end: str = "\r\n") -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator=line_end).writerows(rows)
    return text.getvalue().encode()


def edited(edit: Callable[[Rows], Rows]) -> Bytes:
    """A change to the rows, header first."""
    return lambda content: written(edit(table(content)))


def renamed(before: str, after: str) -> Bytes:
    return edited(lambda rows: [[after if c == before else c for c in rows[0]], *rows[1:]])


def dropped(*names: str) -> Bytes:
    def edit(rows: Rows) -> Rows:
        kept = [place for place, name in enumerate(rows[0]) if name not in names]
        return [[row[place] for place in kept] for row in rows]

    return edited(edit)


def headers_exchanged(one: str, other: str) -> Bytes:
    """Two headers change places; the values below them stay."""
    swap = {one: other, other: one}
    return edited(lambda rows: [[swap.get(name, name) for name in rows[0]], *rows[1:]])


def columns_moved(one: str, other: str) -> Bytes:
    """Two columns change places, header and values together."""

    def edit(rows: Rows) -> Rows:
        a, b = rows[0].index(one), rows[0].index(other)
        order = list(range(len(rows[0])))
        order[a], order[b] = order[b], order[a]
        return [[row[place] for place in order] for row in rows]

    return edited(edit)


def column_added(name: str, value: str, at: int = 99) -> Bytes:
    return edited(
        lambda rows: [
            [*row[:at], name if number == 0 else value, *row[at:]]
            for number, row in enumerate(rows)
        ]
    )


def value_set(row: int, column: str, value: str) -> Bytes:
    def edit(rows: Rows) -> Rows:
        rows[row][rows[0].index(column)] = value
        return rows

    return edited(edit)


def values_changed(column: str, change: Callable[[str], str]) -> Bytes:
    def edit(rows: Rows) -> Rows:
        place = rows[0].index(column)
        return [rows[0], *([*r[:place], change(r[place]), *r[place + 1 :]] for r in rows[1:])]

    return edited(edit)


def cut_at_byte(share: float) -> Bytes:
    return lambda content: content[: int(len(content) * share)]


def cut_at_line(share: float) -> Bytes:
    def cut(content: bytes) -> bytes:
        lines = content.splitlines(keepends=True)
        return b"".join(lines[: int(len(lines) * share)])

    return cut


def rows_repeated(first: int, last: int) -> Bytes:
    return edited(lambda rows: [*rows, *rows[first:last]])


def header_repeated(at: int) -> Bytes:
    return edited(lambda rows: [*rows[:at], rows[0], *rows[at:]])


def text_replaced(before: str, after: str) -> Bytes:
    return lambda content: decoded(content).replace(before, after, 1).encode()


def all_quoted(content: bytes) -> bytes:
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(table(content))
    return text.getvalue().encode()


def delimited(delimiter: str) -> Bytes:
    def rewrite(content: bytes) -> bytes:
        text = io.StringIO()
        csv.writer(text, delimiter=delimiter).writerows(table(content))
        return text.getvalue().encode()

    return rewrite


def lines_between(*lines: str) -> Bytes:
    """Title rows above the table."""
    return lambda content: "\r\n".join([*lines, decoded(content)]).encode()


def encoded(encoding: str) -> Bytes:
    return lambda content: decoded(content).encode(encoding)


def line_ends(end: str) -> Bytes:
    return lambda content: re.sub(r"\r\n|\r|\n", end, decoded(content)).encode()


def zipped(*names: str) -> Bytes:
    """The same content as members of a zip."""

    def pack(content: bytes) -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in names:
                archive.writestr(name, content)
        return packed.getvalue()

    return pack


def member_edited(member: str, edit: Callable[[str], str]) -> Bytes:
    """An xlsx with the XML of one part edited."""

    def repack(content: bytes) -> bytes:
        packed = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(content)) as before,
            zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after,
        ):
            for name in before.namelist():
                part = before.read(name)
                after.writestr(name, edit(part.decode()).encode() if name == member else part)
        return packed.getvalue()

    return repack


def member_added(name: str, content: bytes) -> Bytes:
    """An xlsx with one part more."""

    def repack(before: bytes) -> bytes:
        packed = io.BytesIO(before)
        with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, content)
        return packed.getvalue()

    return repack


def bytes_replaced(before: bytes, after: bytes) -> Bytes:
    def replace(content: bytes) -> bytes:
        assert before in content, f"{before!r} is not in the file: the damage would do nothing"
        return content.replace(before, after)

    return replace


def replaced_by(content: bytes) -> Bytes:
    return lambda _before: content
