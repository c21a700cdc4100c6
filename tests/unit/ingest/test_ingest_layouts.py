"""A made file in every layout of the catalogue is recognised and loads with what it holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from orchestration.catalogue import load_catalogue
from orchestration.home import Home
from tests.unit.ingest import made, sheets
from tests.unit.ingest.homes import land, loaded, only, query

FILES = {
    **{layout: (lambda layout=layout: made.as_csv(made.cells(layout))) for layout in made.RECORDS},
    "ods_trust_register": sheets.trust_register,
    "ods_succession": sheets.succession_events,
    "nationality_region|nationality_region_fte": sheets.region_csv,
    "nss_detailed": sheets.survey_workbook,
    "sickness_workbook_organisation|sickness_workbook_organisation_type"
    "|sickness_workbook_region|sickness_workbook_staff_group": sheets.sickness_workbook,
}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def test_every_layout_has_a_made_file() -> None:
    declared = {layout for one in load_catalogue().publications.values() for layout in one.layouts}
    assert {layout for layouts in FILES for layout in layouts.split("|")} == declared


@pytest.mark.parametrize("layouts", FILES)
def test_a_made_file_is_recognised_by_its_content(home: Home, layouts: str) -> None:
    land(home, "anything", FILES[layouts]())
    outcome = only(home)
    assert (outcome.status, outcome.reason) == ("loaded", None)
    loaded(home)
    assert query(home, "select layout_id from raw.files") == [(layouts,)]


@pytest.mark.parametrize("layout", made.RECORDS)
def test_records_arrive_as_published(home: Home, layout: str) -> None:
    raw_table, declared = made.layout_of(layout)
    rows = made.cells(layout)
    land(home, "file.csv", made.as_csv(rows))
    only(home)
    loaded(home)
    columns = ", ".join(f'"{column}"' for column in declared.headers)
    found = query(home, f"select {columns}, row_number from raw.{raw_table} order by row_number")
    expected = [(*(cell or None for cell in row), number) for number, row in enumerate(rows[1:], 2)]
    assert found == expected


def test_the_workbook_gives_its_four_series(home: Home) -> None:
    land(home, "workbook.xlsx", sheets.sickness_workbook())
    only(home)
    assert loaded(home) == {
        "sickness_absence__region_series": 24 * 9,
        "sickness_absence__staff_group_series": 17 * 12,
        "sickness_absence__organisation_type_series": 24 * 6,
        "sickness_absence__organisation_series": 210 * 12,
    }
    table = "raw.sickness_absence__region_series"
    assert query(home, f"select * exclude (file_id, published_on) from {table} limit 2") == [
        ("January 2020", "England", "4.5", "sickness_workbook_region", "Table 1", 4, 2, False),
        ("January 2020", "London", "3.25", "sickness_workbook_region", "Table 1", 4, 3, False),
    ]
    unpublished = f"select count(*) from {table} where month = 'January 2022'"
    assert query(home, unpublished) == [(0,)]
    not_applicable = "select count(*) from raw.sickness_absence__organisation_type_series"
    assert query(home, f"{not_applicable} where sickness_absence_rate = '.'") == [(48,)]


@pytest.mark.parametrize("labels", [1, 2])
def test_the_survey_keeps_hidden_answers_as_empty_values(home: Home, labels: int) -> None:
    land(home, "survey.xlsx", sheets.survey_workbook(labels))
    only(home)
    assert loaded(home) == {"nss__detailed_results": 2 * 24}
    found = query(
        home,
        f"""
        select survey_year, label_{labels}, question_number, question_text, sub_question_text,
            response_option, unit, value
        from raw.nss__detailed_results
        where column_number in ({labels + 7}, {labels + 24})
        order by row_number, column_number
        """,
    )
    stem, base = "How many times have you experienced ...", "Base (number of respondents)"
    assert found == [
        ("2018", "ALL TRUSTS", "Q12", stem, "b) Managers", "Never", "%", "85.5"),
        ("2018", "ALL TRUSTS", "Q13", "Other stem", "b) Managers", base, "n", "477007"),
        ("2018", "Jewish staff", "Q12", stem, "b) Managers", "Never", "%", "85.5"),
        ("2018", "Jewish staff", "Q13", "Other stem", "b) Managers", base, "n", None),
    ]


def test_merged_headings_span_their_columns(home: Home) -> None:
    land(home, "regions.csv", sheets.region_csv())
    only(home)
    rows = loaded(home)
    assert rows["workforce_turnover_nationality__region_staff"] == 136 * 16
    assert rows["workforce_turnover_nationality__region_staff_fte"] == 136 * 16
    found = query(
        home,
        "select * exclude (file_id, published_on, layout_id, sheet_name, is_synthetic)"
        " from raw.workforce_turnover_nationality__region_staff"
        " where row_number = 9 and column_number in (10, 12)",
    )
    assert found == [
        (None, "British", "March 2016", "Health Education 7", "-", 9, 10),
        (None, "British", "March 2017", "England", "0", 9, 12),
    ]


def test_a_table_that_a_layout_does_not_fill_is_empty_with_its_columns(home: Home) -> None:
    home.create()
    assert loaded(home) == {}
    for publication in load_catalogue().publications.values():
        for raw_table, table in publication.raw_tables.items():
            found = query(home, f"describe raw.{raw_table}")
            assert [(name, kind.lower()) for name, kind, *_ in found] == list(
                table.sql_columns.items()
            )
