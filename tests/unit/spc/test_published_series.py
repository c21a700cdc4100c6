"""The monthly rates of the published sickness workbook, charted by the models and by the rules."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from python_calamine import CalamineWorkbook

from tests.published import PUBLISHED, needs_published_files
from tests.unit.spc.charting import agree, charted, charts_world, number
from tests.unit.spc.reference import Month, chart

WORKBOOK = PUBLISHED / "sickness_absence_workbook" / "sickness_absence_monthly_template.xlsx"
# Since when absence for COVID-19 is in the rate: `sick_covid_absence` of seeds/discontinuities.csv.
COVID = (2020, 3)


def printed(sheet: str) -> dict[str, list[Month]]:
    """Every column of rates of a sheet whose rows are months."""
    rows = CalamineWorkbook.from_path(WORKBOOK).get_sheet_by_name(sheet).to_python()
    heading = next(row for row in rows if "England" in row)
    series: dict[str, list[Month]] = {str(name): [] for name in heading if name}
    for row in rows:
        try:
            month = datetime.strptime(str(row[0]).strip(), "%B %Y")
        except ValueError:
            continue
        breaks = (month.year, month.month) == COVID
        for name, cell in zip(heading, row, strict=True):
            if name:
                value = cell if isinstance(cell, float) else None
                series[str(name)].append(Month(number(month.date()), value, breaks))
    return series


@needs_published_files
@pytest.mark.parametrize(("sheet", "fewest"), [("Table 1", 8), ("Table 3", 9)])
def test_published_series_agree_with_the_rules(sheet: str, fewest: int) -> None:
    series = printed(sheet)
    assert len(series) >= fewest
    with charts_world() as world:
        said = charted(world, series, polarity="lower_better")
    for name, months in series.items():
        agree(said[name], chart(months), "lower_better")


@needs_published_files
def test_england_before_and_since_covid() -> None:
    """131 months and 24, each with limits of its own; the last month of the file has no value."""
    *england, last = printed("Table 1")["England"]
    assert last.value is None
    with charts_world() as world:
        said = charted(world, {"England": [*england, last]}, polarity="lower_better")["England"]
    assert [said[one.number]["spc_point_count"] for one in england] == [131] * 131 + [24] * 24
    assert last.number not in said
    assert said[number(date(2020, 4, 1))]["spc_baseline_start"] == date(2020, 3, 1)
    january = said[number(date(2022, 1, 1))]
    assert january["spc_variation"] == "special_cause_concern"
    assert "outside_limits" in january["spc_rules"]
