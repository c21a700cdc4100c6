"""Opens published files as a person would, with other readers than the warehouse's own.

CSV by the standard library, xlsx by its XML. Legacy xls has one reader here, which is used without
anything of ours around it.
"""

from __future__ import annotations

import csv
import re
import zipfile
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from python_calamine import CalamineWorkbook

from tests.published import PUBLISHED

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def published_file(name: str) -> Path:
    """The one published file of that name."""
    (found,) = (path for path in PUBLISHED.rglob("*") if path.name == name)
    return found


@cache
def rows(path: Path, sheet: str) -> list[list[str]]:
    """The cells of a file or sheet; row 1 of a spreadsheet is the first."""
    match path.suffix.lower():
        case ".csv":
            return _csv(path)
        case ".xlsx":
            return _xlsx(path, sheet)
        case _:
            workbook = CalamineWorkbook.from_path(str(path))
            cells = workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
            return [[str(cell) for cell in row] for row in cells]


def at(table: list[list[str]], row: str, heading: str) -> str:
    """What stands in a row below a heading, or in a cell such as AH6."""
    if not heading:
        address = re.fullmatch(r"([A-Z]+)(\d+)", row)
        assert address
        return table[int(address[2]) - 1][column_of(address[1]) - 1]
    header = next(line for line in table if heading in [cell.strip() for cell in line])
    return table[int(row) - 1][[cell.strip() for cell in header].index(heading)]


def column_of(letters: str) -> int:
    """The position of a column that a spreadsheet calls by letters: A is 1, AA is 27."""
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - ord("A") + 1
    return column


def _csv(path: Path) -> list[list[str]]:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            with path.open(encoding=encoding, newline="") as file:
                return list(csv.reader(file))
        except UnicodeDecodeError:
            continue
    raise AssertionError(f"{path.name} is in neither encoding")


def _xlsx(path: Path, sheet: str) -> list[list[str]]:
    with zipfile.ZipFile(path) as archive:
        workbook = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        (relation,) = (
            one.attrib[RELATION]
            for one in workbook.iter(f"{MAIN}sheet")
            if one.attrib["name"] == sheet
        )
        relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
        (target,) = (one.attrib["Target"] for one in relations if one.attrib["Id"] == relation)
        strings = [
            "".join(text.text or "" for text in item.iter(f"{MAIN}t"))
            for item in ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
        ]
        table: list[list[str]] = []
        with archive.open(f"xl/{target.removeprefix('/xl/')}") as file:
            for _, row in ElementTree.iterparse(file):
                if row.tag != f"{MAIN}row":
                    continue
                number = int(row.attrib["r"])
                table.extend([] for _ in range(number - len(table)))
                for cell in row.iter(f"{MAIN}c"):
                    # Empty cells are not written: each says itself which column it is of.
                    column = column_of(re.sub(r"\d", "", cell.attrib["r"]))
                    table[number - 1] += [""] * (column - 1 - len(table[number - 1]))
                    table[number - 1].append(_text(cell, strings))
                row.clear()
    return table


def _text(cell: ElementTree.Element, strings: list[str]) -> str:
    value = cell.findtext(f"{MAIN}v") or ""
    return strings[int(value)] if cell.attrib.get("t") == "s" else value
