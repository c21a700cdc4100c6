"""Zips, workbooks and other containers: opened, or refused before anything parses them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from orchestration.home import Home
from orchestration.ingest.reader import container
from orchestration.ingest.reader.container import Container, sniff
from orchestration.ingest.reader.refusal import RefusedError
from tests.unit.ingest import made, sheets
from tests.unit.ingest.homes import land, loaded, only, outcomes, received


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def zipped(**members: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, member in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), member)
    return content.getvalue()


def test_each_member_is_a_file_of_its_own(home: Home) -> None:
    content = zipped(
        april_csv=made.monthly(),
        folder__boards_csv=made.as_csv(made.cells("ods_icb_names")).encode(),
        book_xlsx=sheets.sickness_workbook(),
        readme_txt=b"What is in here, and why.\n",
    )
    land(home, "sickness_absence/2024-08-28/all.zip", content)
    found = {one.landed_as.partition("!")[2]: one.status for one in received(home).outcomes}
    assert found == {
        "april.csv": "loaded",
        "folder/boards.csv": "loaded",
        "book.xlsx": "loaded",
        "readme.txt": "quarantined",
    }
    assert loaded(home)["sickness_absence__rates"] == 210


def test_a_file_in_a_zip_and_beside_it_is_one_file(home: Home) -> None:
    land(home, "a/2024-08-28/all.zip", zipped(april_csv=made.monthly()))
    land(home, "a/2024-08-28/april.csv", made.monthly())
    assert sorted(one.status for one in outcomes(home).values()) == ["duplicate", "loaded"]
    assert loaded(home) == {"sickness_absence__rates": 210}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (zipped(), "holds no files"),
        (zipped(inner_zip=zipped(april_csv=b"a,b\n1,2\n")), "zip inside a zip"),
        (zipped(april_csv=made.monthly())[:-40], "broken"),
        (zipped(zeros_csv=b"0" * (30 << 20)), "decompression bomb"),
        (zipped(xl__workbook_xml=b"<x/>", xl__vbaProject_bin=b"x"), "macros"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "password"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "_VBA_PROJECT".encode("utf-16-le"), "macros"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 600, "broken workbook"),
        (
            bytes.fromhex("d0cf11e0a1b11ae1") + "Workbook".encode("utf-16-le") * 99,
            "broken or locked",
        ),
        (sheets.sickness_workbook()[:9000], "broken"),
        (b"<html><body>Not found</body></html>", "web page"),
        (b"%PDF-1.7", "PDF"),
        (b"PAR1....PAR1", "Parquet"),
        (b"", "empty"),
    ],
)
def test_what_cannot_be_opened_is_refused_with_the_reason(
    home: Home, content: bytes, reason: str
) -> None:
    land(home, "ods/2024-12-31/file.zip", content)
    outcome = only(home)
    assert outcome.status == "quarantined"
    assert outcome.reason is not None
    assert reason in outcome.reason
    assert "zip" in outcome.reason


def test_a_member_with_damaged_bytes_refuses_the_zip(home: Home) -> None:
    content = bytearray(zipped(april_csv=made.monthly()))
    content[200] ^= 0xFF
    land(home, "all.zip", bytes(content))
    assert "broken" in str(only(home).reason)


def test_an_encrypted_zip_is_refused(tmp_path: Path) -> None:
    content = bytearray(zipped(april_csv=b"a,b\n"))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= 1
    path = tmp_path / "locked.zip"
    path.write_bytes(bytes(content))
    with pytest.raises(RefusedError, match="encrypted"):
        sniff(path)


def test_too_many_members_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MAXIMUM_MEMBERS", 1)
    path = tmp_path / "many.zip"
    path.write_bytes(zipped(a_csv=b"1", b_csv=b"2"))
    with pytest.raises(RefusedError, match="2 members"):
        sniff(path)


def test_a_file_over_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MAXIMUM_BYTES", 10)
    path = tmp_path / "large.csv"
    path.write_bytes(b"a,b\n1,2\n3,4\n")
    with pytest.raises(RefusedError, match="more than the 10"):
        sniff(path)


def test_a_stray_cell_at_the_far_edge_is_refused_before_parsing(tmp_path: Path) -> None:
    rows: list[list[object]] = [["a"]]
    content = io.BytesIO(sheets.as_xlsx(Data=rows))
    before = zipfile.ZipFile(content)
    path = tmp_path / "far.xlsx"
    with zipfile.ZipFile(path, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            if name == "xl/worksheets/sheet1.xml":
                far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
                part = part.replace(b"</sheetData>", far)
            after.writestr(name, part)
    with pytest.raises(RefusedError, match="1,048,576 rows by 16,384 columns"):
        sniff(path)


def test_the_container_is_known_by_its_bytes(tmp_path: Path) -> None:
    for content, expected in (
        (made.monthly(), Container.TEXT),
        (sheets.sickness_workbook(), Container.WORKBOOK),
        (zipped(april_csv=b"1"), Container.ARCHIVE),
    ):
        path = tmp_path / "no suffix"
        path.write_bytes(content)
        assert sniff(path) is expected


def test_two_sheets_with_the_same_rows_are_refused(home: Home) -> None:
    cells = made.cells("nationality_org")
    land(home, "book.xlsx", sheets.as_xlsx(Data=cells, Data_2=cells))
    assert "Data and Data 2 hold rows with the same key" in str(only(home).reason)


def test_tables_of_two_publications_in_one_file_are_refused(home: Home) -> None:
    land(
        home,
        "book.xlsx",
        sheets.as_xlsx(One=made.cells("nationality_org"), Two=made.cells("ethnicity_grade")),
    )
    reason = str(only(home).reason)
    assert "workforce_equality and workforce_turnover_nationality" in reason


def test_hidden_notes_and_titles_around_records_in_a_sheet_are_left_out(home: Home) -> None:
    cells: list[list[object]] = [["A title"], [], ["Another line"], *made.cells("nationality_org")]
    notes: list[list[object]] = [[], ["Source: made up"], ["A note"]]
    land(home, "book.xlsx", sheets.as_xlsx(Notes=notes, Data=[*cells, *notes]))
    assert only(home).status == "loaded"
    assert loaded(home)["workforce_turnover_nationality__organisation_staff"] == len(cells) - 4
