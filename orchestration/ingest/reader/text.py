"""Turns text of whatever encoding and line ends into clean UTF-8 with line feeds."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from orchestration.ingest.reader.refusal import DOWNLOAD_AGAIN, RefusedError

CHUNK = 1 << 22
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The CSV reader skips empty lines, and row numbers would drift: this mark keeps their place.
BLANK_LINE = "\x1e"
DROPPED = ("\x00", BLANK_LINE, "\ufeff")
TWICE_ENCODED = re.compile(
    "[\u00c2\u00c3][\u0080-\u00bf\u0152-\u2122]|\u00e2\u20ac|\u00ef\u00bb\u00bf"
)
CONTROL = re.compile("[\x01-\x08\x0e-\x1d\x7f]")


@dataclass(frozen=True)
class Text:
    """A cleaned copy at `path`, what was found on the way, and whether the last line has an end."""

    path: Path
    encoding: str
    has_line_end: bool
    notes: tuple[str, ...]


def clean(source: Path, target: Path) -> Text:
    """Writes `source` to `target` as UTF-8, line feeds, no NULs; empty lines carry a mark.

    Raises `RefusedError` where no encoding fits, text was encoded twice, or it is not text at all.
    """
    encoding = _encoding(source)
    nulls, previous = 0, "\n"
    try:
        with (
            source.open(encoding=encoding, newline=None) as read,
            target.open("w", encoding="utf-8", newline="\n") as written,
        ):
            while chunk := read.read(CHUNK):
                nulls += chunk.count("\x00")
                kept = reduce(lambda text, character: text.replace(character, ""), DROPPED, chunk)
                _refuse_garbage(kept, encoding)
                marked = re.sub("\n(?=\n)", f"\n{BLANK_LINE}", previous + kept)
                written.write(marked[len(previous) :])
                previous = kept[-1:] or previous
    except UnicodeError as error:
        raise RefusedError(
            f"the file is not text: neither UTF-8 nor Windows-1252 nor whole UTF-16 ({error})",
            DOWNLOAD_AGAIN,
        ) from error
    notes = []
    if encoding != "utf-8":
        notes.append(f"decoded as {encoding}")
    if nulls:
        notes.append(f"{nulls} NUL characters removed")
    return Text(target, encoding, previous == "\n", tuple(notes))


def _encoding(source: Path) -> str:
    with source.open("rb") as file:
        start = file.read(4096)
        for mark, encoding in BYTE_ORDER_MARKS:
            if start.startswith(mark):
                return encoding
        even, odd = start[0::2].count(0), start[1::2].count(0)
        if odd > 0.4 * len(start) / 2 and even < odd / 4:
            return "utf-16-le"
        if even > 0.4 * len(start) / 2 and odd < even / 4:
            return "utf-16-be"
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            decoder.decode(start)
            while chunk := file.read(CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"


def _refuse_garbage(text: str, encoding: str) -> None:
    twice = None if text.isascii() else TWICE_ENCODED.search(text)
    if twice:
        around = text[max(twice.start() - 20, 0) : twice.end() + 20].replace("\n", " ")
        raise RefusedError(
            f"the text was encoded twice: {around!r}",
            "Save the original again as UTF-8 once, or download it. " + DOWNLOAD_AGAIN,
        )
    if len(CONTROL.findall(text[:20_000])) > 20:
        raise RefusedError(f"the file is not text (tried {encoding})", DOWNLOAD_AGAIN)
