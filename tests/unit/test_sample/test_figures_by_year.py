"""Yearly and cumulative publications of the sample run up, balance and look like England's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.unit.test_sample.files import Cells, records, sheets

Line = dict[object, object]


def lines(cells: Cells, heading: str) -> Iterator[Line]:
    """The records below the header row that holds `heading`."""
    start = next(n for n, row in enumerate(cells) if heading in row)
    for row in cells[start + 1 :]:
        line = dict(zip(cells[start], row, strict=True))
        if line["IS_SYNTHETIC"] == "true":
            yield line


def number(cell: object) -> float:
    assert isinstance(cell, int | float), cell
    return cell


def test_flu_runs_up_over_a_season_and_is_made_of_its_parts(landing: Path) -> None:
    seasons = defaultdict(list)
    for path in sorted(landing.glob("hcw_flu_uptake/*/*.xlsx")):
        tables = sheets(path)
        parts = {
            name: [number(line["Number vaccinated"]) for line in lines(tables[name], "Uptake (%)")]
            for name in ("Regions", "ICBs", "Staff groups")
        }
        england, *regions = parts["Regions"]
        assert england == sum(regions) == sum(parts["ICBs"]) == sum(parts["Staff groups"])
        seasons[re.sub(r"-[a-z]+(-20..)?\.xlsx$", "", path.name)].append(england)
    assert len(seasons) == 2
    for released in seasons.values():
        assert released == sorted(released)
        assert len(released) >= 6


def test_small_employers_are_hidden_everywhere_alike(landing: Path) -> None:
    for path in landing.glob("hcw_flu_uptake/*/*.xlsx"):
        for line in lines(sheets(path)["Trusts"], "Uptake (%)"):
            hidden = {line[name] == "*" for name in line if "Number" in str(name)}
            assert hidden == {line["Uptake (%)"] == "*"}


def test_race_equality_england_is_its_trusts_and_one_year_was_restated(landing: Path) -> None:
    seniors = defaultdict(list)
    for path in sorted(landing.glob("wres/*/*.xlsx")):
        tables = sheets(path)
        trusts: dict[tuple[object, ...], float] = defaultdict(float)
        for line in lines(tables["Indicator 1"], "Pay band"):
            trusts[line["As at"], line["Workforce"], line["Pay band"]] += number(
                line["BME headcount"]
            )
        for line in lines(tables["England"], "Workforce"):
            grade = line["Pay band or board membership"]
            if line["Workforce"] != "Board":
                bme = number(line["BME headcount"])
                assert trusts[line["As at"], line["Workforce"], grade] == bme
            if grade == "VSM":
                seniors[line["As at"]].append(line["BME headcount"])
    first, second = seniors.values()
    assert len(first) == 2
    assert number(first[1]) < number(first[0])
    assert len(second) == 1


def test_women_and_men_are_the_people_of_the_ethnicity_tables(landing: Path) -> None:
    totals = []
    for kind, total in (
        ("gender", "All"),
        ("data", "All - Including Unknown, Not Stated And Discontinued Codes"),
    ):
        (path,) = landing.glob(f"workforce_equality/*/*-{kind}-*.xls")
        header, *rows = next(iter(sheets(path).values()))
        records_ = [dict(zip(header, row, strict=True)) for row in rows]
        assert {line["IS_SYNTHETIC"] for line in records_} == {"true"}
        column = "Gender" if kind == "gender" else "Ethnicity"
        totals.append(
            {
                (line["Time"], line["Role_Group"], line["Grade"]): line["Value"]
                for line in records_
                if line[column] == total and line["Grade"] != "All Grades"
            }
        )
    assert totals[0] == totals[1]


@pytest.fixture(scope="module")
def accounts(landing: Path) -> duckdb.DuckDBPyConnection:
    """The accounts in their later spelling."""
    connection = duckdb.connect()
    return records(connection, "accounts", landing, "nhse_finance/*/TAC*2022-23.csv")


def test_accounts_hold_agency_within_pay(accounts: duckdb.DuckDBPyConnection) -> None:
    found = accounts.execute(
        """
        select
            count(*),
            count(*) filter (where agency >= total),
            100 * sum(agency) / sum(total)
        from (
            select
                sum(cast("Total" as bigint)) filter (where "SubCode" = 'STA0210') as agency,
                sum(cast("Total" as bigint)) filter (where "SubCode" = 'STA0230') as total,
            from accounts
            where "MainCode" = 'A09CY01'
            group by "OrganisationName"
        )
        """
    ).fetchall()[0]
    assert found[:2] == (212, 0)
    assert 3 < found[2] < 7


def test_board_papers_total_their_trusts_in_one_unit(landing: Path) -> None:
    units = set()
    for path in sorted(landing.glob("nhse_finance/*/*.xlsx")):
        cells = sheets(path)["Pay"]
        units.add(str(cells[0][0]).rsplit(maxsplit=1)[-1])
        found = list(lines(cells, "Agency spend"))
        total = next(line for line in found if line["Organisation"] == "Total")
        trusts = [number(line["Total pay"]) for line in found if line["Organisation code"]]
        assert len(trusts) > 200
        assert abs(sum(trusts) - number(total["Total pay"])) < 25
    assert units == {"million", "thousand"}
