"""The sample has the quirks that readers must survive."""

from __future__ import annotations

import csv
import re
import zipfile
from pathlib import Path

import duckdb
import pytest

from tests.unit.test_sample.files import Cells, records, sheets, transcoded


def only(landing: Path, pattern: str) -> Path:
    (path,) = landing.glob(pattern)
    return path


def survey(landing: Path, name: str) -> Cells:
    return sheets(only(landing, f"nss/*/{name}.xls"))["abuse_sheet5_mean"]


def questions(cells: Cells) -> list[object]:
    return [cell for cell in cells[0] if str(cell).startswith("Q")]


@pytest.mark.parametrize(
    ("pattern", "line_end"),
    [
        ("sickness_absence/*/NHS Sickness Absence rates CSV, April 2024.csv", b"\r\n"),
        ("sickness_absence/*/NHS Sickness Absence benchmarking tool CSV, April 2024.csv", b"\n"),
        ("workforce_turnover/*/*Jul-24.csv", b"\n"),
        ("pcn_workforce/*/8.*.csv", b"\r\n"),
        ("ods/*/etr.csv", b"\r\n"),
    ],
)
def test_line_ends_are_the_publishers(landing: Path, pattern: str, line_end: bytes) -> None:
    content = only(landing, pattern).read_bytes()
    assert content.endswith(line_end)
    assert content.count(b"\r\n") == (content.count(b"\n") if line_end == b"\r\n" else 0)


def test_network_files_are_cp1252_with_an_en_dash(landing: Path) -> None:
    content = only(landing, "pcn_workforce/*/8.*.csv").read_bytes()
    assert b"Clinical Director \x96 Medical" in content
    with pytest.raises(UnicodeDecodeError):
        content.decode("utf-8")


def test_first_archive_has_byte_order_mark_repeated_header_and_thousands(landing: Path) -> None:
    content = only(landing, "sickness_absence/*/ESR_ABSENCE_CSV_HEE.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfDate,HEE_region_code,")
    assert content.count(b"Date,HEE_region_code,") == 3
    assert re.search(rb',"\d{1,3},\d{3}\.\d\d",', content)


def test_second_archive_has_sort_date_and_exact_duplicates(landing: Path) -> None:
    connection = duckdb.connect()
    records(connection, "archive", landing, "sickness_absence/*/ESR_ABSENCE_CSV_NHSE.csv")
    assert connection.execute(
        """
        select count(*) - count(distinct ("Date", "Org Code")), count(*) - count(distinct archive)
        from archive
        """
    ).fetchone() == (11, 11)
    assert connection.execute("""select min("Sort_Date") from archive""").fetchone() == (
        "28/02/2021",
    )


def test_rate_files_gain_boards_in_august_2022(landing: Path) -> None:
    name = "sickness_absence/*/NHS Sickness Absence rates CSV, {}.csv"
    before = only(landing, name.format("July 2022")).read_bytes().splitlines()[0]
    after = only(landing, name.format("August 2022")).read_bytes().splitlines()[0]
    assert b"ICS_CODE" not in before
    assert after.replace(b"ICS_CODE,ICS_NAME,", b"") == before


def test_small_staff_groups_are_blank_and_totals_are_not(landing: Path) -> None:
    connection = duckdb.connect()
    records(connection, "cells", landing, "sickness_absence/*/*benchmarking tool CSV*.csv")
    blank, partly, total, least = connection.execute(
        """
        select
            count(*) filter (where "FTE_DAYS_AVAILABLE" is null),
            count(*) filter (
                where ("FTE_DAYS_LOST" is null) <> ("FTE_DAYS_AVAILABLE" is null)
                or ("SICKNESS_ABSENCE_RATE_PERCENT" is null) <> ("FTE_DAYS_AVAILABLE" is null)
            ),
            count(*) filter (where "STAFF_GROUP" = 'All staff groups' and "FTE_DAYS_LOST" is null),
            min(cast("FTE_DAYS_AVAILABLE" as double))
        from cells
        """
    ).fetchall()[0]
    assert blank / connection.execute("select count(*) from cells").fetchall()[0][0] > 0.08
    assert (partly, total) == (0, 0)
    assert least > 330


def test_staff_group_label_drifts(landing: Path) -> None:
    connection = duckdb.connect()
    records(connection, "cells", landing, "sickness_absence/*/*benchmarking tool CSV*.csv")
    assert connection.execute(
        """
        select "STAFF_GROUP", max(strptime("DATE", '%d/%m/%Y')) < date '2024-05-01'
        from cells where "STAFF_GROUP" ilike 'hchs doctors' group by all order by all
        """
    ).fetchall() == [("HCHS Doctors", True), ("HCHS doctors", False)]


def test_zip_holds_both_files_of_a_month(landing: Path) -> None:
    with zipfile.ZipFile(only(landing, "sickness_absence/*/*.zip")) as archive:
        assert archive.namelist() == [
            "NHS Sickness Absence rates CSV, July 2024.csv",
            "NHS Sickness Absence benchmarking tool CSV, July 2024.csv",
        ]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_month_was_published_again_with_slightly_higher_rates(landing: Path) -> None:
    connection = duckdb.connect()
    records(connection, "march", landing, "sickness_absence/*/*rates CSV, March 2024*.csv")
    first, again = connection.execute(
        """
        select sum(cast("FTE_DAYS_LOST" as double)) as lost from march
        group by filename order by filename like '%(revised)%'
        """
    ).fetchall()
    assert 1.001 < again[0] / first[0] < 1.01


def test_workbook_headings_titles_spacers_and_placeholder(landing: Path) -> None:
    first = sheets(only(landing, "sickness_absence/*/*rates, February 2022.xlsx"))
    headings = [str(cell) for cell in first["Table 4"][2]]
    assert any("\n" in heading for heading in headings[4:])
    assert any("   " in heading for heading in headings[4:])
    assert str(first["Table 1"][0][0]).startswith("Table 1: Monthly Sickness Absence rates by")
    assert ["March 2022", "tag_table1"] in [row[:2] for row in first["Table 1"]]
    assert sum(row[2] == "All organisations" for row in first["Table 4"]) == 8
    spacers = [r for r, row in enumerate(first["Table 4"][3:400], 3) if not any(row)]
    assert len(spacers) >= 7
    assert any("." in row for row in first["Table 4"])


def test_survey_sheet_has_five_header_rows_and_hides_small_bases(landing: Path) -> None:
    cells = survey(landing, "ST18 - abuse_sheet5 - organisation")
    assert questions(cells) == ["Q12", "Q13", "Q14", "Q15"]
    assert cells[0][0] == "Data is Unweighted"
    assert cells[1][0] == "National NHS Staff Survey 2018"
    assert cells[4].count("%") + cells[4].count("n") == 66
    bases = [p for p, unit in enumerate(cells[4]) if unit == "n"]
    shown = [row[p] for row in cells[5:] for p in bases if row[p] != ""]
    assert min(shown) >= 11
    assert any(row[p] == "" for row in cells[5:] for p in bases)


def test_survey_was_renumbered_in_2021(landing: Path) -> None:
    cells = survey(landing, "ST21 - abuse_sheet5 - ethnicity")
    assert questions(cells) == ["Q13", "Q14", "Q15", "Q16"]


def test_networks_have_null_persons_and_negative_posts(landing: Path, tmp_path: Path) -> None:
    connection = duckdb.connect()
    records(connection, "posts", transcoded(landing, "pcn_workforce/*/*.csv", tmp_path), "*.csv")
    contracted, nulls, negative, fte = connection.execute(
        """
        select
            count(*) filter (where "Data_source" = 'NWRS contracted services'),
            count(*) filter (where "UNIQUE_IDENTIFIER" = 'NULL'),
            count(*) filter (where cast("FTE" as double) < 0),
            max(length("FTE"))
        from posts
        """
    ).fetchall()[0]
    assert contracted == nulls > 0
    assert 0 < negative < 20
    assert fte == len("-0.026666667")


def test_registers_have_no_header_and_miss_care_trusts(landing: Path) -> None:
    lines = only(landing, "ods/*/etr.csv").read_text("utf-8").splitlines()
    assert {line.count('","') + 1 for line in lines} == {28}
    assert not [line for line in lines if line.startswith('"T')]


def test_practices_are_detailed_in_the_columns_of_their_era(landing: Path) -> None:
    older = only(landing, "gp_workforce/2021-05-06/*Detailed.csv").read_text("utf-8").splitlines()
    headings = older[0].split(",")
    assert headings[4:8] == ["CCG_CODE", "CCG_NAME", "STP_CODE", "STP_NAME"]
    assert len(headings) == 829 + 1
    assert any(",NA,NA," in line for line in older)
    with zipfile.ZipFile(only(landing, "gp_workforce/2022-07-28/*.zip")) as archive:
        heads = [archive.read(name).decode().splitlines()[0] for name in archive.namelist()]
    assert sum(head.endswith(",YEAR,MONTH,IS_SYNTHETIC") for head in heads) == 3
    assert len(heads) == 4


def test_bulletin_prints_more_doctors_than_practices_return(landing: Path) -> None:
    cells = sheets(only(landing, "gp_workforce/2021-05-06/*.xlsx"))["1a"]
    assert str(cells[0][0]).startswith("Table 1a: General Practice Workforce, full-time equivalent")
    assert [row[0] for row in cells if str(row[0]).startswith("All ")] == [
        "All GPs",
        "All Nurses",
        "All Direct Patient Care",
        "All Admin/Non-Clinical",
    ]
    (doctors,) = (row for row in cells if row[0] == "All GPs")
    connection = duckdb.connect()
    records(connection, "practices", landing, "gp_workforce/2021-05-06/*Detailed.csv")
    (returned,) = connection.execute(
        """select sum(try_cast("TOTAL_GP_FTE" as double)) from practices"""
    ).fetchall()[0]
    assert 0.9 * float(str(doctors[-2])) < returned < float(str(doctors[-2]))


def test_official_turnover_has_titles_footnotes_and_a_revision(landing: Path) -> None:
    first, again = (
        sheets(only(landing, f"workforce_turnover/*/*{month} Turnover tables.xlsx"))["Table 1"]
        for month in ("September 2023", "December 2023")
    )
    assert str(first[1][0]).startswith("Table 1: Joiners to and leavers from active service")
    assert "Leavers from active service2" in first[5]
    assert str(first[-1][0]).startswith("3 Leavers divided by")
    leavers = first[5].index("Leavers from active service2")
    keys = ("202209 to 202309", "E92000001", "England", "All staff groups")
    before, after = (
        next(row[leavers] for row in cells if tuple(row[:4]) == keys) for cells in (first, again)
    )
    assert before < after


def test_joiners_hide_small_numbers(landing: Path) -> None:
    text = only(landing, "workforce_turnover_nationality/*/Joiners*.csv").read_text("utf-8")
    rows = [row for row in csv.reader(text.splitlines()) if len(row) > 2 and row[-1] == "true"]
    cells = [cell for row in rows if row[1] != "All nationalities" for cell in row[2:-1]]
    assert {"*", "-"} <= set(cells)
    assert set(cells) & {"1", "2", "3", "4"} == set()


def test_apprenticeships_are_rounded_and_very_few_are_low(landing: Path) -> None:
    connection = duckdb.connect()
    records(connection, "starts", landing, "apprenticeships/*/apprenticeships-*.csv")
    odd, low, years = connection.execute(
        """
        select
            count(*) filter (starts <> 'low' and starts not like '%0'),
            count(*) filter (starts = 'low'),
            count(distinct time_period)
        from starts
        """
    ).fetchall()[0]
    assert (odd, years) == (0, 6)
    assert low > 0
