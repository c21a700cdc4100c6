"""Says from a file's first bytes, never from its name, what contains its tables.

Anything hostile or foreign is refused here, before a parser sees it.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from enum import StrEnum
from pathlib import Path

from orchestration.ingest.reader.refusal import DOWNLOAD_AGAIN, RefusedError

MAXIMUM_BYTES = 1 << 30
MAXIMUM_UNPACKED_BYTES = 2 << 30
MAXIMUM_MEMBERS = 2000
# Deflate cannot exceed 1,032; published sheets stay below 40. Small members may be all blanks.
MAXIMUM_RATIO = 200
RATIO_APPLIES_FROM_BYTES = 10 << 20
MAXIMUM_CELLS = 60_000_000

ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
FOREIGN = {
    b"%PDF": "a PDF document",
    b"\x1f\x8b": "compressed with gzip",
    b"7z\xbc\xaf\x27\x1c": "a 7-Zip archive",
    b"Rar!": "a RAR archive",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"PAR1": "a Parquet file",
    b"SQLite format": "a database",
}
BROKEN_ZIP = (
    zipfile.BadZipFile,
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,
    zlib.error,
)
MARKUP = re.compile(rb"\s*<(!doctype html|html|head|body|\?xml|!--)", re.IGNORECASE)


class Container(StrEnum):
    """What holds the tables of a file; the value is the extension it is archived under."""

    TEXT = "csv"
    WORKBOOK = "xlsx"
    BINARY_WORKBOOK = "xlsb"
    OPEN_DOCUMENT = "ods"
    LEGACY_WORKBOOK = "xls"
    ARCHIVE = "zip"


def sniff(path: Path) -> Container:
    """The container of a file. Raises `RefusedError` if it is empty, foreign, hostile or locked."""
    size = path.stat().st_size
    if size == 0:
        raise RefusedError("the file is empty (0 bytes)", DOWNLOAD_AGAIN)
    if size > MAXIMUM_BYTES:
        raise RefusedError(
            f"the file has {size:,} bytes, more than the {MAXIMUM_BYTES:,} that are read",
            "Split the file by period and land the parts.",
        )
    with path.open("rb") as file:
        start = file.read(2048)
    for magic, name in FOREIGN.items():
        if start.startswith(magic):
            raise RefusedError(
                f"the file is {name}", "Land the CSV or the workbook that it came from."
            )
    if start.startswith((ZIP, EMPTY_ZIP)):
        return _zip_container(path)
    if start.startswith(COMPOUND):
        return _compound_container(path)
    if MARKUP.match(start.removeprefix(b"\xef\xbb\xbf")):
        raise RefusedError(
            "the file is a web page or XML, whatever its name says",
            "The download gave an error page or another format. " + DOWNLOAD_AGAIN,
        )
    return Container.TEXT


def _zip_container(path: Path) -> Container:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except BROKEN_ZIP as error:
        raise RefusedError(f"the workbook or zip is broken ({error})", DOWNLOAD_AGAIN) from error
    _refuse_bombs(members)
    names = {member.filename for member in members}
    if any(name.casefold().endswith("vbaproject.bin") for name in names):
        raise RefusedError(
            "the workbook contains macros", "Save it without macros (.xlsx) and land that."
        )
    if "xl/workbook.xml" in names:
        _refuse_far_cells(path, members)
        return Container.WORKBOOK
    if "xl/workbook.bin" in names:
        return Container.BINARY_WORKBOOK
    if "content.xml" in names and "mimetype" in names:
        return Container.OPEN_DOCUMENT
    return Container.ARCHIVE


def archive_problem(path: Path) -> str:
    """Why a zip that `sniff` let pass was kept as a file instead of being unpacked."""
    try:
        with zipfile.ZipFile(path) as archive:
            if not archive.namelist():
                return "the zip holds no files"
            broken = archive.testzip()
    except BROKEN_ZIP as error:
        return f"the zip is broken ({error})"
    if broken:
        return f"the zip is broken (member {broken})"
    return "a zip inside a zip is not opened"


def _refuse_bombs(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAXIMUM_MEMBERS:
        raise RefusedError(
            f"the zip has {len(members):,} members, more than {MAXIMUM_MEMBERS:,}",
            "Land the files that are needed, unpacked.",
        )
    if any(member.flag_bits & 1 for member in members):
        raise RefusedError(
            "the zip is encrypted", "Unpack it with its password and land the files."
        )
    unpacked = sum(member.file_size for member in members)
    dense = any(
        member.file_size > RATIO_APPLIES_FROM_BYTES
        and member.file_size > MAXIMUM_RATIO * max(member.compress_size, 1)
        for member in members
    )
    if unpacked > MAXIMUM_UNPACKED_BYTES or dense:
        raise RefusedError(
            f"the zip would unpack to {unpacked:,} bytes: it looks like a decompression bomb",
            "Do not open it. Ask the publisher whether the file is genuine.",
        )


def _refuse_far_cells(path: Path, members: list[zipfile.ZipInfo]) -> None:
    """One stray cell at the far corner makes a parser allocate the whole rectangle."""
    sheets = [m for m in members if m.filename.startswith("xl/worksheets/") and m.file_size]
    try:
        with zipfile.ZipFile(path) as archive:
            for sheet in sheets:
                rows, columns = _extent(archive, sheet)
                if rows * columns > MAXIMUM_CELLS:
                    raise RefusedError(
                        f"{sheet.filename} spans {rows:,} rows by {columns:,} columns",
                        "Open it, delete the stray cells at the far edge, save and land it.",
                    )
    except BROKEN_ZIP as error:
        raise RefusedError(f"the workbook is broken ({error})", DOWNLOAD_AGAIN) from error


def _extent(archive: zipfile.ZipFile, sheet: zipfile.ZipInfo) -> tuple[int, int]:
    last_row, columns = 0, {b"A"}
    with archive.open(sheet) as file:
        tail = b""
        while chunk := file.read(1 << 22):
            text = tail + chunk
            rows = re.findall(rb'<row [^>]*?\br="(\d{1,9})"', text)
            last_row = max(last_row, max(map(int, rows), default=0))
            columns.update(re.findall(rb'<c [^>]*?\br="([A-Z]{1,3})\d', text))
            tail = chunk[-200:]
    return last_row, max(map(_column_number, columns))


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _compound_container(path: Path) -> Container:
    content = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise RefusedError(
            "the workbook is protected with a password", "Remove the password and land it again."
        )
    if "_VBA_PROJECT".encode("utf-16-le") in content:
        raise RefusedError(
            "the workbook contains macros", "Save it without macros (.xlsx) and land that."
        )
    if not any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")):
        raise RefusedError(
            "the file is a broken workbook, or another Office document", DOWNLOAD_AGAIN
        )
    return Container.LEGACY_WORKBOOK
