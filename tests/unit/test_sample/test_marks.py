"""Every row of every table says that it is synthetic, and every name and code is invented."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import duckdb
import pytest

from tests.published import PUBLISHED, needs_published_files
from tests.unit.test_sample.files import records, sheets

HEADERLESS = {"etr.csv", "succarc.csv"}
# Cross-tables below titles, with the number of headers and of rows with figures that they have.
CROSS_TABLES = {
    "Staff_by_nationality_and_HEE_region_Mar2016_Mar2017.csv": (2, 201),
    "Joiners by nationality and region, March 2024.csv": (1, 84),
}
LEAVING_TABLES = "* Reasons for Leaving, *.csv"


def texts(landing: Path) -> Iterator[tuple[str, str]]:
    """Name and text of every CSV file, those in zips too."""
    for path in sorted(landing.rglob("*")):
        if path.suffix == ".csv":
            encoding = "cp1252" if "Individual Level" in path.name else "utf-8-sig"
            yield path.name, path.read_text(encoding)
        elif path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    yield name, archive.read(name).decode()


def test_every_record_is_marked(landing: Path) -> None:
    names = set()
    for name, text in texts(landing):
        names.add(name)
        if name in CROSS_TABLES or fnmatch(name, LEAVING_TABLES):
            continue
        rows = list(csv.reader(io.StringIO(text)))
        if name in HEADERLESS:
            marks, expected = {row[-1] for row in rows}, {"SYNTHETIC"}
        else:
            assert rows[0][-1] == "IS_SYNTHETIC", name
            marks, expected = {row[-1] for row in rows[1:]}, {"true"}
        # The oldest archive repeats its header inside.
        assert marks - {"IS_SYNTHETIC"} == expected, name
    assert names > HEADERLESS | set(CROSS_TABLES)


@pytest.mark.parametrize("name", CROSS_TABLES)
def test_every_row_with_figures_of_a_cross_table_is_marked(landing: Path, name: str) -> None:
    header_count, least_rows = CROSS_TABLES[name]
    text = next(landing.glob(f"*/*/{name}")).read_text("utf-8")
    rows = [row for row in csv.reader(io.StringIO(text)) if any(row)]
    headers = [row for row in rows if "England" in row]
    assert [row[-1] for row in headers] == header_count * ["IS_SYNTHETIC"]
    figures = [row for row in rows if len(row) > 2 and re.fullmatch(r"[-*]|[\d,]+", row[2])]
    assert len(figures) >= least_rows
    assert {row[-1] for row in figures} == {"true"}


def test_every_reason_for_leaving_is_marked(landing: Path) -> None:
    for path in landing.glob(f"*/*/{LEAVING_TABLES}"):
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8"))))
        head = next(place for place, row in enumerate(rows) if "Q1" in row)
        assert rows[head][-1] == "IS_SYNTHETIC"
        figures = [row for row in rows[head + 1 :] if len(row) > 1]
        assert len(figures) >= 40
        assert {row[-1] for row in figures} == {"true"}


def test_every_row_of_every_sheet_is_marked(landing: Path) -> None:
    workbooks = [path for path in sorted(landing.rglob("*")) if path.suffix in (".xls", ".xlsx")]
    assert len(workbooks) >= 15
    for path in workbooks:
        for name, cells in sheets(path).items():
            assert any("SYNTHETIC" in str(cell) for row in cells for cell in row), (path, name)
            figures = [row for row in cells if any(isinstance(cell, int | float) for cell in row)]
            head = next((row for row in cells if "IS_SYNTHETIC" in row), None)
            assert (head is None) == (figures == []), (path, name)
            if head:
                position = head.index("IS_SYNTHETIC")
                assert {row[position] for row in figures} == {"true"}, (path, name)


def test_names_say_synthetic(landing: Path) -> None:
    connection = duckdb.connect()
    records(connection, "rates", landing, "sickness_absence/*/NHS Sickness Absence rates CSV*.csv")
    records(connection, "flows", landing, "workforce_turnover/*/Turnover benchmarking*.csv")
    records(connection, "boards", landing, "ods/*/Integrated*.csv")
    records(connection, "staff", landing, "workforce_stats/*/*.csv")
    names = connection.execute(
        """
        select distinct "ORG_NAME" from rates
        union select distinct "REPORTING_ORG_NAME" from flows
        union select distinct "ICB24NM" from boards
        union select distinct "Org Name" from staff
        """
    ).fetchall()
    assert len(names) > 280
    assert [name for (name,) in names if "Synthetic" not in name] == []


@needs_published_files
@pytest.mark.published
def test_no_code_is_that_of_a_real_body(landing: Path) -> None:
    connection = duckdb.connect()
    records(connection, "rates", landing, "sickness_absence/*/ESR_ABSENCE_CSV*.csv")
    records(connection, "register", landing, "ods/*/succarc.csv")
    ours = connection.execute(
        """select distinct "Org Code" from rates where "Org Code" not similar to 'Q..|Org Code'"""
    ).fetchall()
    records(connection, "real_rates", PUBLISHED, "sickness_absence_rates/*.csv")
    records(connection, "real_successions", PUBLISHED, "ods/trust_succession*.csv")
    real = connection.execute(
        "select ORG_CODE from real_rates union select old_code from real_successions"
        " union select new_code from real_successions"
    ).fetchall()
    assert len(ours) > 300
    assert set(ours) & set(real) == set()
