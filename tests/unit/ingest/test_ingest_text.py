"""Text in any encoding and line end gives the same rows, whatever surrounds the table."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestration.home import Home
from orchestration.ingest.reader.grid import text_grid
from orchestration.ingest.reader.refusal import RefusedError
from orchestration.ingest.reader.session import open_session
from orchestration.ingest.reader.text import clean
from orchestration.ingest.reader.workbook import cell_text
from tests.unit.ingest import made
from tests.unit.ingest.homes import land, loaded, only, query

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
PRINTABLE = st.text(
    st.characters(min_codepoint=32, max_codepoint=126) | st.sampled_from("é\u2013\u2019£Ŵŷ"),
    max_size=12,
)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def grid_of(content: bytes, folder: Path) -> list[tuple[object, ...]]:
    source = folder / "source"
    source.write_bytes(content)
    with open_session() as connection:
        grid = text_grid(connection, clean(source, folder / "clean"))
        return connection.execute(f"select * from {grid.name} order by row_number").fetchall()


@settings(max_examples=40, deadline=None)
@given(
    rows=st.lists(st.lists(PRINTABLE, min_size=3, max_size=3), min_size=2, max_size=6),
    encoding=st.sampled_from(ENCODINGS),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_cells_survive_every_encoding_and_line_end(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], encoding: str, line_end: str
) -> None:
    header = ["first", "second", "third"]
    content = made.as_csv([header, *rows], line_end)
    found = grid_of(content.encode(encoding), tmp_path_factory.mktemp("text"))
    # A cell of nothing but white space is read as empty.
    cells = [[cell if cell.strip() else "" for cell in row] for row in rows]
    assert [list(row[1:4]) for row in found] == [header, *cells]
    assert [row[0] for row in found] == list(range(1, len(rows) + 2))


def test_rows_keep_the_numbers_that_a_person_sees(tmp_path: Path) -> None:
    content = b'\ntitle,,\n\n\na,b,c\n1,"x\n\ny",3\n\n4,5,6\n'
    found = grid_of(content, tmp_path)
    assert [row[0] for row in found if row[2]] == [5, 6, 8]
    assert found[5][2] == "x\n\ny"


def test_windows_text_and_nulls_are_cleaned_and_noted(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"a,b\nNorth \x96 South,1\x00\n")
    text = clean(source, tmp_path / "clean")
    assert text.path.read_text("utf-8") == "a,b\nNorth \u2013 South,1\n"
    assert text.notes == ("decoded as cp1252", "1 NUL characters removed")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("North â\u20ac\u201c South,1\n".encode(), "encoded twice"),
        ("Ynys MÃ\u00b4n,1\n".encode(), "encoded twice"),
        (b"a,b\n\x81\x8d,1\n", "neither UTF-8 nor Windows-1252"),
        (b"\xff\xfea\x00,\x00b", "not text"),
        (bytes(range(1, 32)) * 9, "not text"),
    ],
)
def test_text_that_no_encoding_explains_is_refused(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    source = tmp_path / "source"
    source.write_bytes(content)
    with pytest.raises(RefusedError, match=reason):
        clean(source, tmp_path / "clean")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(home: Home, delimiter: str) -> None:
    cells = made.cells("sickness_monthly_ics")
    land(home, "x.csv", made.as_csv(cells, delimiter=delimiter))
    only(home)
    assert loaded(home) == {"sickness_absence__rates": 210}


def test_notes_after_a_blank_line_are_left_out_of_records(home: Home) -> None:
    land(home, "x.csv", made.monthly() + b"\r\nSource: made up\r\nNotes\r\n")
    assert only(home).status == "loaded"
    assert loaded(home) == {"sickness_absence__rates": 210}


def test_a_short_line_right_below_the_rows_means_that_the_file_was_cut(home: Home) -> None:
    land(home, "x.csv", made.monthly() + b"30/04/2")
    assert "ends in the middle of row 212" in str(only(home).reason)


def test_repeated_headers_and_thousands_separators_are_survived(home: Home) -> None:
    header, *rows = made.cells("sickness_archive_nhse")
    header, rows = [*header, "Sort_Date"], [[*row, "1"] for row in rows]
    rows[40:40] = [header, [cell.upper() for cell in header]]
    rows[3][6:9] = ["1,100.5", "20,000.25", "5.50"]
    land(home, "x.csv", made.as_csv([header, *rows]))
    assert (only(home).status, only(home).reason) == ("loaded", None)
    assert loaded(home) == {"sickness_absence__rates": 420}
    lost = "select fte_days_lost from raw.sickness_absence__rates where row_number = 5"
    assert query(home, lost) == [("1,100.5",)]


def test_archives_may_repeat_a_key_and_the_register_says_so(home: Home) -> None:
    header, *rows = made.cells("sickness_archive_hee")
    land(home, "x.csv", made.as_csv([header, *rows, [*rows[0][:6], "1", "100", "1.00"]]))
    outcome = only(home)
    assert outcome.status == "loaded"
    assert "stand on several rows, first on rows 2, 422" in str(outcome.reason)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3.0, "3"),
        (3.97, "3.97"),
        (0.1 + 0.2, "0.30000000000000004"),
        (1e300, "1e+300"),
        (True, "true"),
        ("as is ", "as is "),
        (-0.5, "-0.5"),
        (7, "7"),
    ],
)
def test_cells_of_workbooks_keep_their_full_value(value: object, text: str) -> None:
    assert cell_text(value) == text
