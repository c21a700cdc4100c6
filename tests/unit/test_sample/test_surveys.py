"""Weighted surveys of the sample: restated, withheld and corrected results; pulse rounds."""

from __future__ import annotations

from pathlib import Path

from tests.unit.test_sample.files import Cells, sheets


def only(landing: Path, pattern: str) -> Path:
    (path,) = landing.glob(pattern)
    return path


def benchmark(landing: Path, name: str) -> dict[str, Cells]:
    return sheets(only(landing, f"nss/*/{name}.xlsx"))


def test_benchmark_workbooks_put_five_years_side_by_side(landing: Path) -> None:
    workbook = benchmark(landing, "NSS22 benchmark workbook")
    assert [len(workbook[name]) - 1 for name in ("National", "Regions", "ICBs")] == [1, 7, 42]
    head = [str(cell) for cell in workbook["Organisations"][0]]
    asked = [cell for cell in head if cell.startswith("q23e")]
    years = range(2018, 2023)
    assert asked == [f"q23e{n}_{year}" for n in ("", "_n") for year in years]
    national = dict(zip(*workbook["National"], strict=True))
    # Speaking up was first asked in 2020.
    assert [national[f"q23e_{year}"] == "" for year in years] == [True, True, False, False, False]
    codes = [str(row[0]) for row in workbook["Organisations"][1:]]
    assert sum(len(code) == 4 for code in codes) == 2


def test_violence_was_withheld_and_harassment_corrected(landing: Path) -> None:
    first, corrected, later = (
        dict(zip(*benchmark(landing, name)["National"], strict=True))
        for name in (
            "NSS23 benchmark workbook",
            "NSS23 benchmark workbook (corrected)",
            "NSS24 benchmark workbook",
        )
    )
    assert first["q13a_2023"] == first["q13a_n_2023"] == ""
    assert 0.12 < float(str(corrected["q13a_2023"])) < 0.16
    bases = [int(float(str(book["q14a_n_2023"]))) for book in (first, corrected, later)]
    # Spoilt answers went with the correction; one trust's late answers came a year later.
    assert bases[0] > bases[2] > bases[1]
    assert first["q16a_n_2023"] == corrected["q16a_n_2023"]
    assert later["q16a_2023"] != corrected["q16a_2023"]


def test_pulse_rounds_leave_out_the_third_quarter(landing: Path) -> None:
    names = sorted(path.name for path in landing.glob("nqps/*/nqps-organisations-*.xlsx"))
    assert [name.split("-")[2] for name in names] == ["Q1", "Q1", "Q2", "Q2", "Q4"]
    rows = sheets(only(landing, f"nqps/*/{names[0]}"))["Results"][4:]
    assert {row[9] for row in rows if row[10] == "*"} == {row[9] for row in rows}
    assert len({row[9] for row in rows}) == 9
