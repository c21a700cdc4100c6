"""Which layout a table is in: by content, whatever its order, names and company."""

from __future__ import annotations

from pathlib import Path
from random import Random

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestration.home import Home
from orchestration.ingest.reader.cells import fields, filled
from tests.unit.ingest import made, sheets
from tests.unit.ingest.homes import land, loaded, only, query, received

RATES = "raw.sickness_absence__rates"
PUBLISHED = f"select * exclude (file_id, published_on) from {RATES} order by row_number"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@settings(max_examples=10, deadline=None)
@given(order=st.permutations(range(11)))
def test_the_order_of_columns_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory, order: list[int]
) -> None:
    cells = made.cells("sickness_monthly_ics")
    home = Home(tmp_path_factory.mktemp("home"))
    land(home, "x.csv", made.as_csv([[row[place] for place in order] for row in cells]))
    only(home)
    loaded(home)
    names = ", ".join(made.layout_of("sickness_monthly_ics")[1].headers)
    found = query(home, f"select {names} from {RATES} order by row_number")
    assert found == [tuple(row) for row in cells[1:]]


FILES = {
    "april.csv": made.monthly(),
    "revised.csv": made.monthly().replace(b"Trust 7, Made Up", b"Trust 7, Renamed"),
    "may.csv": made.monthly("31/05/2024"),
    "boards.csv": made.as_csv(made.cells("ods_icb_names")).encode(),
    "broken.csv": made.monthly("30/06/2024").replace(b"ORG_TYPE", b"ORG_KIND"),
    "book.xlsx": sheets.sickness_workbook(),
}
DAYS = {name: f"2024-0{number}-01" for number, name in enumerate(FILES, 1)}


def everything(home: Home) -> dict[str, list[tuple[object, ...]]]:
    tables = {table: query(home, f"select * from raw.{table}") for table in loaded(home)}
    tables["files"] = query(
        home,
        "select * exclude (original_name, first_received_at, arrival_count, reason)"
        " from raw.files order by file_id",
    )
    return tables


@pytest.fixture(scope="module")
def in_order(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[object, ...]]]:
    home = Home(tmp_path_factory.mktemp("ordered"))
    for name, content in FILES.items():
        land(home, f"sickness_absence/{DAYS[name]}/{name}", content)
    received(home)
    return everything(home)


@settings(max_examples=4, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_any_order_any_name_and_twice_give_the_same_tables(
    tmp_path_factory: pytest.TempPathFactory,
    in_order: dict[str, list[tuple[object, ...]]],
    seed: int,
) -> None:
    random = Random(seed)
    arrivals = random.sample([*FILES, *FILES], 2 * len(FILES))
    home = Home(tmp_path_factory.mktemp("shuffled"))
    for number, name in enumerate(arrivals):
        folder = random.choice(["sickness_absence", "ods", "elsewhere"])
        land(home, f"{folder}/{DAYS[name]}/{random.randrange(10**6)}_{number}", FILES[name])
        if random.random() < 0.4:
            received(home)
    received(home)
    found = everything(home)
    assert found.keys() == in_order.keys()
    assert found == in_order


def test_a_column_more_is_loaded_with_a_warning(home: Home) -> None:
    header, *rows = made.cells("sickness_monthly_ics")
    land(home, "x.csv", made.as_csv([[*header, "SIZE_BAND"], *([*row, "large"] for row in rows)]))
    outcome = only(home)
    assert outcome.status == "loaded"
    assert "columns not mapped, left out: SIZE_BAND" in str(outcome.reason)
    assert "layouts.sickness_monthly_ics.headers" in str(outcome.reason)


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ({"ICS_CODE": "ICB_CODE", "ICS_NAME": "ICB_NAME"}, {}, "ICS_CODE, ICS_NAME; not mapped"),
        ({}, {"ICS_CODE", "ICS_NAME"}, ""),
        ({}, {"ICS_CODE"}, "missing: ICS_CODE"),
        ({"ORG_TYPE": "ORG_NAME"}, {}, "stands more than once, in columns [7, 8]"),
        ({"DATE": ""}, {}, "missing: DATE"),
    ],
)
def test_headers_renamed_or_dropped(
    home: Home, before: dict[str, str], after: set[str], reason: str
) -> None:
    header, *rows = made.cells("sickness_monthly_ics")
    kept = [place for place, name in enumerate(header) if name not in after]
    changed = [before.get(name, name) for name in header]
    land(home, "x.csv", made.as_csv([[row[p] for p in kept] for row in [changed, *rows]]))
    outcome = only(home)
    if reason:
        assert outcome.status == "quarantined"
        assert reason in str(outcome.reason)
    else:
        # Without both columns it is the layout of 2022, which had no boards.
        assert outcome.status == "loaded"


def test_an_extra_column_in_an_older_layout_could_mean_the_newer_one(home: Home) -> None:
    header, *rows = made.cells("sickness_monthly_2022")
    land(home, "x.csv", made.as_csv([[*header, "ICB"], *([*row, "QOP"] for row in rows)]))
    assert only(home).status == "quarantined"


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("ORG_CODE", "a trust", "not a code like"),
        ("ORG_CODE", "", "1 values are missing, first in row 2"),
        ("FTE_DAYS_LOST", "12,34", "not a number from 0"),
        ("FTE_DAYS_LOST", "-1", "not a number from 0"),
        ("SICKNESS_ABSENCE_RATE_PERCENT", "476", "not a number from 0 up to 100"),
        ("SICKNESS_ABSENCE_RATE_PERCENT", "4.76", "rule rate_percent: row 2"),
        ("FTE_DAYS_AVAILABLE", "9", "rule not_above: row 2"),
        ("FTE_DAYS_AVAILABLE", " ", "rule filled_together: row 2 fills only 2"),
        ("DATE", "2024", "not a date like"),
        ("ICS_NAME", "Other", "rule one_value_per: 2 values of icb_name"),
        ("NHSE_REGION_CODE", "London", "'London'"),
    ],
)
def test_a_wrong_value_is_named_with_its_place(
    home: Home, column: str, value: str, reason: str
) -> None:
    cells = made.cells("sickness_monthly_ics")
    cells[1][cells[0].index(column)] = value
    land(home, "x.csv", made.as_csv(cells))
    outcome = only(home)
    assert outcome.status == "quarantined"
    assert reason in str(outcome.reason)


@pytest.mark.parametrize(
    "marks", [["true"] * 209 + [""], ["false"] * 209 + ["true"], ["maybe"] * 210]
)
def test_a_file_is_synthetic_as_a_whole_or_not_at_all(home: Home, marks: list[str]) -> None:
    header, *rows = made.cells("sickness_monthly_ics")
    marked = [[*row, mark] for row, mark in zip(rows, marks, strict=True)]
    land(home, "x.csv", made.as_csv([[*header, "IS_SYNTHETIC"], *marked]))
    assert only(home).status == "quarantined"


@pytest.mark.parametrize(
    "content",
    [
        "".join(f"{line},SYNTHETIC\n" for line in sheets.succession_events().splitlines()),
        "".join(f'{line},"SYNTHETIC"\n' for line in sheets.trust_register().splitlines()),
        sheets.as_xlsx(
            Sheet=[
                [*row, "IS_SYNTHETIC" if n == 2 else "true" if 2 < n < 28 else ""]
                if len(row) > 2
                else [*row, *[""] * (10 - len(row)), "true" if 2 < n < 28 else ""]
                for n, row in enumerate(sheets.region_sheet())
            ]
        ),
    ],
    ids=["successions", "trusts", "cross-table"],
)
def test_tables_without_a_header_row_can_be_marked_synthetic(
    home: Home, content: bytes | str
) -> None:
    land(home, "x", content)
    assert (only(home).status, only(home).reason) == ("loaded", None)
    (table,) = loaded(home)
    assert query(home, f"select distinct is_synthetic from raw.{table}") == [(True,)]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda sheet: sheet[2].__setitem__(slice(1, 3), ["London", "England"]), "another order"),
        (lambda sheet: sheet[2].__setitem__(1, "Britain"), "missing: England"),
        (lambda sheet: sheet.pop(10), "rule months_without_gap"),
        (lambda sheet: sheet.insert(12, sheet.pop(8)), "rule periods_ascend"),
        (lambda sheet: sheet[5].__setitem__(1, 99.0), "rule total_within_parts"),
        (lambda sheet: sheet[5].__setitem__(1, "four"), "'four'"),
        (lambda sheet: sheet[5].__setitem__(0, ""), "has values but no label"),
        (lambda sheet: sheet[5].append(1.5), "column without a heading"),
        (lambda sheet: sheet.__setitem__(2, []), "the headings under its caption"),
        (lambda sheet: sheet.__delitem__(slice(3, None)), "is empty"),
    ],
)
def test_a_damaged_cross_table_is_refused(home: Home, change, reason: str) -> None:
    sheet = sheets.region_sheet()
    change(sheet)
    land(home, "x.xlsx", sheets.as_xlsx(Any_name=sheet))
    outcome = only(home)
    assert outcome.status == "quarantined"
    assert reason in str(outcome.reason)


def test_headings_of_the_survey_keep_their_order(home: Home) -> None:
    land(home, "x.xlsx", sheets.survey_workbook(reverse_options=True))
    assert "another order" in str(only(home).reason)


def test_half_of_a_two_table_file_is_refused(home: Home) -> None:
    text = sheets.region_csv()
    land(home, "x.csv", text[: text.index("HCHS", 10)])
    assert "without nationality_region_fte: a part is gone" in str(only(home).reason)


def test_a_sheet_with_an_unknown_table_is_warned_of(home: Home) -> None:
    unknown: list[list[object]] = [["a", "b", "c"], *([n, n, n] for n in range(9))]
    notes: list[list[object]] = [["Notes"], ["A note"]]
    content = sheets.as_xlsx(Data=made.cells("nationality_org"), Other=unknown, Notes=notes)
    land(home, "x.xlsx", content)
    outcome = only(home)
    assert outcome.status == "loaded"
    assert "sheet 'Other': no layout fits this table" in str(outcome.reason)
    assert "Notes" not in str(outcome.reason)


def test_the_register_of_trusts_may_have_twenty_four_fields(home: Home) -> None:
    lines = sheets.trust_register().splitlines()
    land(home, "etr.csv", "".join(",".join(line.split(",")[:24]) + "\n" for line in lines))
    assert only(home).status == "loaded"
    loaded(home)
    found = query(home, "select count(postcode), count(field_25) from raw.ods__trusts")
    assert found == [(200, 0)]


@pytest.mark.parametrize("place", [3, 150])
def test_a_field_too_many_in_a_headerless_list_is_named(home: Home, place: int) -> None:
    lines = sheets.trust_register().splitlines()
    lines[place] = lines[place].replace('"TOWN"', '"TOWN","COUNTY"')
    land(home, "etr.csv", "\n".join(lines) + "\n")
    assert f"first in row {place + 1}: 'M13 9WL'" in str(only(home).reason)


def test_a_marker_is_accepted_only_where_its_column_declares_it(home: Home) -> None:
    cells = made.cells("sickness_monthly_ics")
    cells[1][cells[0].index("FTE_DAYS_LOST")] = "."
    land(home, "x.csv", made.as_csv(cells))
    assert "column fte_days_lost: 1 values are not a number" in str(only(home).reason)


def test_headers_may_carry_the_number_of_a_note(home: Home) -> None:
    cells = made.cells("nationality_org")
    cells[0] = [f"{header}1" for header in cells[0]]
    land(home, "x.csv", made.as_csv(cells))
    assert only(home).status == "loaded"


def test_cells_along_a_row_are_counted_however_wide_it_is() -> None:
    values = ", ".join(f"({[None, '', 'x'][n % 3]!r})".replace("None", "null") for n in range(900))
    cells = [f"c{n}" for n in range(900)]
    with duckdb.connect() as connection:
        counted = connection.execute(
            f"select {filled(cells)}, {filled([])}, {fields(cells)}"
            f" from (values ({values})) as row_of_cells({', '.join(cells)})"
        )
        assert counted.fetchone() == (300, 0, 600)
