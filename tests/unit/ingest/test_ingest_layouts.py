"""A made file in a layout of the catalogue is recognised and loads with what it holds."""

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
    "reasons_quarterly": sheets.leaving_csv,
    "reasons_quarterly_region": lambda: sheets.leaving_csv(list(made.REGIONS.values())),
    "nss_benchmark|nss_benchmark_groups|nss_benchmark_icbs|nss_benchmark_national"
    "|nss_benchmark_regions": lambda: sheets.as_xlsx(**sheets.benchmark_sheets()),
    "sickness_workbook_organisation|sickness_workbook_organisation_type"
    "|sickness_workbook_region|sickness_workbook_staff_group": sheets.sickness_workbook,
}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


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


def test_the_benchmark_workbook_says_its_years_in_its_headings(home: Home) -> None:
    land(home, "benchmark.xlsx", sheets.as_xlsx(**sheets.benchmark_sheets()))
    one = only(home)
    assert (one.status, one.reason) == ("loaded", None)
    assert loaded(home)["nss__benchmark_results"] == (1 + 1 + 7 + 42 + 2) * 20
    found = query(
        home,
        """
        select reporting_level, organisation_code, benchmark_group, item, value, sheet_name
        from raw.nss__benchmark_results
        where item in ('q14a_2023', 'q14a_n_2019') and sheet_name in ('National', 'Organisations')
            and organisation_code is distinct from 'R1F1'
        order by sheet_name, column_number
        """,
    )
    assert found == [
        ("National", None, None, "q14a_2023", "0.1417", "National"),
        ("National", None, None, "q14a_n_2019", "1000", "National"),
        (None, "NQ7", "Community", "q14a_2023", None, "Organisations"),
        (None, "NQ7", "Community", "q14a_n_2019", None, "Organisations"),
    ]
    periods = query(home, "select period_from::varchar, period_to::varchar from raw.files")
    assert periods == [("2019-09-01", "2023-11-30")]


@pytest.mark.parametrize(
    ("sheet", "column", "heading", "said"),
    [
        ("Organisations", 0, "Provider", "a value in a column without a heading"),
        ("Organisations", 5, "2021 q13a", "a value in a column without a heading"),
        ("National", 0, "Somewhere", "without nss_benchmark_national"),
    ],
)
def test_a_benchmark_workbook_with_other_headings_is_refused(
    home: Home, sheet: str, column: int, heading: str, said: str
) -> None:
    workbook = sheets.benchmark_sheets()
    workbook[sheet][0][column] = heading
    land(home, "benchmark.xlsx", sheets.as_xlsx(**workbook))
    one = only(home)
    assert one.status == "quarantined"
    assert said in str(one.reason)


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


def test_quarters_stand_under_the_year_before_them(home: Home) -> None:
    regions = list(made.REGIONS.values())
    land(
        home,
        "reasons.xlsx",
        sheets.as_xlsx(
            Notes=[["Notes"]],
            England=sheets.leaving_reasons(),
            Region=sheets.leaving_reasons(regions),
        ),
    )
    only(home)
    assert loaded(home) == {"reasons_for_leaving__quarterly_reasons": 8 * 35 * 6}
    found = query(
        home,
        "select region_name, reason, financial_year, quarter, assignments"
        " from raw.reasons_for_leaving__quarterly_reasons"
        " where row_number = 8 and column_number in (2, 6, 8) and sheet_name = 'England'"
        " or row_number = 42 and column_number = 8 order by all",
    )
    assert found == [
        ("South West", "Total", "2022-23", "Q2", "1,234"),
        (None, "Death in Service", "2021-22", "Q1", ".."),
        (None, "Death in Service", "2022-23", "Q1", "36"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        (",2021-22,,,,2022-23,", ",2022-23,,,,2021-22,", "months and years must ascend"),
        ("Q1,Q2,Q3,Q4,Q1,Q2", "Q1,Q3,Q2,Q4,Q1,Q2", "in another order than ever"),
        ("Unknown", "Not Known", "reason lacks Unknown"),
    ],
)
def test_headings_of_quarters_keep_their_order(
    home: Home, before: str, after: str, reason: str
) -> None:
    text = sheets.leaving_csv()
    assert text.count(before) == 1
    land(home, "reasons.csv", text.replace(before, after))
    assert reason in str(only(home).reason)


def test_a_table_that_a_layout_does_not_fill_is_empty_with_its_columns(home: Home) -> None:
    home.create()
    assert loaded(home) == {}
    for publication in load_catalogue().publications.values():
        for raw_table, table in publication.raw_tables.items():
            found = query(home, f"describe raw.{raw_table}")
            assert [(name, kind.lower()) for name, kind, *_ in found] == list(
                table.sql_columns.items()
            )
