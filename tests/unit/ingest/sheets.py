"""Makes small workbooks, cross-tables and headerless lists as they are published."""

from __future__ import annotations

import io
from collections.abc import Sequence

import xlsxwriter

from tests.unit.ingest import made


def as_xlsx(**sheets: Sequence[Sequence[object]]) -> bytes:
    """A workbook; underscores in sheet names stand for spaces."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name.replace("_", " "))
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return content.getvalue()


def months(first_year: int, last_year: int) -> list[str]:
    return [f"{month} {year}" for year in range(first_year, last_year + 1) for month in made.MONTHS]


def region_sheet() -> list[list[object]]:
    """Table 1 of the sickness workbook: title, header on row 3, an unpublished month, notes."""
    heads = [
        "England",
        "London",
        "South West of England",
        "South East of England",
        "Midlands",
        "East of England",
        "North West",
        "North East and Yorkshire",
        "Special Health Authorities and other statutory bodies",
    ]
    table: list[list[object]] = [
        [month, 4.5, 3.25, 4.1, 4.2, 4.9, 4.4, 5.5, 5.25, 3.0] for month in months(2020, 2021)
    ]
    return [
        ["Table 1: Monthly Sickness Absence rates by NHS England Region (%)"],
        [],
        ["", *heads],
        *table,
        ["January 2022", "tag_table1"],
        [],
        ["Source: made up"],
        ["Notes:"],
    ]


def staff_group_sheet() -> list[list[object]]:
    """Table 2: groups and subgroups down, months across, spacer rows between."""
    heads = [
        month.replace(" ", "  ") if n % 2 else month.replace(" ", " \n")
        for n, month in enumerate(months(2020, 2020))
    ]
    groups: list[tuple[str, str, float]] = [
        ("All staff groups", "", 4.5),
        ("Nurses & health visitors", "", 5.1),
        ("Midwives", "", 5.2),
        ("HCHS doctors", "", 1.4),
        ("NHS infrastructure support", "", 4.0),
        ("Support to clinical staff", "", 6.2),
        ("Ambulance staff", "", 6.3),
        *(("", f"Grade {number}", 2.0) for number in range(10)),
    ]
    table: list[list[object]] = [
        [group, part, *([rate] * 12), f"tag_table2_{n}"]
        for n, (group, part, rate) in enumerate(groups)
    ]
    return [
        ["Table 2: Monthly Sickness Absence rates by staff group (%)"],
        [],
        ["", "", *heads, "January 2021"],
        table[0],
        [],
        *table[1:],
        [],
        ["Source: made up"],
    ]


def organisation_type_sheet() -> list[list[object]]:
    heads = [
        "England",
        "Acute",
        "Ambulance",
        "Clinical Commissioning Groups",
        "Community Provider Trust",
        "Others",
    ]
    table: list[list[object]] = [
        [month, 4.5, 4.4, 6.0, ".", 5.0, "."] for month in months(2020, 2021)
    ]
    title = "Table 3: Monthly Sickness Absence rates by organisation type (%)"
    return [[title], [], ["", *heads], *table, [], ["Source: made up"]]


def organisation_sheet() -> list[list[object]]:
    heads = ["NHSE Region name", "NHSE code", "Organisation name", "Org\ncode"]
    table: list[list[object]] = [
        [
            one["region_name"],
            one["region_code"],
            one["organisation_name"],
            one["organisation_code"],
            *([4.25] * 12),
        ]
        for one in made.organisations()
    ]
    title = "Table 4: Monthly Sickness Absence rates by Organisation (%)"
    return [[title], [], [*heads, *months(2020, 2020)], *table]


def sickness_workbook() -> bytes:
    return as_xlsx(
        Title_sheet=[
            ["NHS Sickness Absence Rates"],
            ["Contents"],
            ["Table 1: Monthly NHS Sickness Absence rates by NHS England Region (%)"],
        ],
        Table_1=region_sheet(),
        Table_2=staff_group_sheet(),
        Table_3=organisation_type_sheet(),
        Table_4=organisation_sheet(),
    )


def survey_workbook(
    labels: int = 2, first_question: str = "Q12", *, reverse_options: bool = False
) -> bytes:
    """A detailed staff survey sheet: five header rows, `labels` leading columns, a hidden block."""
    options = ["Never", "1 - 2", "3 - 5", "6 - 10", "More than 10", "Base (number of respondents)"]
    if reverse_options:
        options[:5] = options[4::-1]
    stem, parts = "How many times have you experienced ...", ["a) Patients", "b) Managers"]
    lead = [""] * labels
    following = f"Q{int(first_question[1:]) + 1}"

    def block(*texts: str) -> list[object]:
        return [text for first in texts for text in (first, *([""] * 5))]

    head: list[list[object]] = [
        ["Data is Unweighted", *lead[1:], *block(first_question, ""), *block(following, "")],
        ["National NHS Staff Survey 2018", *lead[1:], *block(stem, ""), *block("Other stem", "")],
        [*lead, *block(*parts), *block(*parts)],
        [*lead, *(options * 4)],
        [*lead, *(["%", "%", "%", "%", "%", "n"] * 4)],
    ]
    hidden: list[object] = [""] * 6
    shown: list[object] = [85.5, 9.0, 3.0, 1.0, 1.5, 477007]
    rows: list[list[object]] = [
        [*lead[1:], "ALL TRUSTS", *(shown * 4)],
        [*([" "] * (labels - 1)), "Jewish staff", *(shown * 3), *hidden],
    ]
    return as_xlsx(Notes=[["National NHS Staff Survey 2018"]], abuse_sheet5_mean=[*head, *rows])


def region_csv() -> str:
    """Staff by nationality and region: two tables under titles, two header rows, notes beneath."""
    regions = ["England", *(f"Health Education {n}" for n in range(1, 8))]
    groups = {
        "All nationalities": [],
        "United Kingdom": ["British"],
        "Rest of World": [*(f"Nation {n}" for n in range(130)), "Zimbabwean"],
        "Unknown": [],
    }
    rows: list[list[str]] = []
    for measure in ("headcount", "full time equivalent"):
        rows += [
            [f"HCHS: All staff by nationality and HEE region in England, {measure}"],
            [],
            ["", "", "March 2016", *[""] * 7, "", "March 2017", *[""] * 7],
            ["", "", *regions, "", *regions],
            [""] * 19,
        ]
        for group, nations in groups.items():
            rows.append([group, "", *["1,234"] * 8, "", *["1,300"] * 8])
            rows += [["", nation, *["12"] * 7, "-", "", *["0"] * 8] for nation in nations]
            rows.append([""] * 19)
        rows += [["Source: made up"], ["Notes:"], ["'-' denotes zero"], []]
    return made.as_csv(rows)


def leaving_reasons(regions: Sequence[str] = ()) -> list[list[object]]:
    """Reasons for leaving: titles, years over quarters, reasons down, of England or by region."""
    known = [
        "Death in Service",
        "Retirement Age",
        *(f"Reason {number}" for number in range(30)),
        "Voluntary Resignation - Work Life Balance",
        "Unknown",
    ]
    gap = [""] if regions else []
    quarters = ["Q1", "Q2", "Q3", "Q4", "Q1", "Q2"]
    rows: list[list[object]] = [
        ["HCHS staff: reasons for leaving"],
        [],
        ["Made up"],
        [],
        [*gap, "", "2021-22", "", "", "", "2022-23", ""],
        [*gap, "", *quarters],
    ]
    for region in regions or [""]:
        labels: list[object] = [region] if regions else []
        rows.append([*labels, "Total", *["1,234"] * 6])
        rows += [[*labels, reason, "..", "-", *["36"] * 4] for reason in known]
    return [*rows, [], ["Notes:"], ["'-' denotes zero, '..' not applicable"]]


def leaving_csv(regions: Sequence[str] = ()) -> str:
    """The table as text, the short lines of its titles filled up."""
    rows = leaving_reasons(regions)
    width = max(len(row) for row in rows)
    return made.as_csv([[*map(str, row), *[""] * (width - len(row))] for row in rows])


def trust_register(count: int = 200) -> str:
    """The headerless register: twenty-seven quoted fields a trust, sorted by code."""
    prefixes = ["RA", "RD", "RH", "RM", "RT", "RW", "RX", "RY"]
    codes = sorted(f"{prefixes[n % 8]}{made.CODE_CHARACTERS[n // 8]}" for n in range(count))
    lines = []
    for number, code in enumerate(codes):
        region = list(made.REGIONS)[number % 7]
        known = [
            code,
            f"TRUST {number}",
            region,
            "QOP",
            "A HOUSE",
            "A ROAD",
            "",
            "TOWN",
            "",
            "M13 9WL",
            "20171001",
        ]
        lines.append(",".join(f'"{field}"' for field in [*known, *[""] * (27 - len(known))]))
    return "\n".join(lines) + "\n"


def succession_events(count: int = 30) -> str:
    """The headerless list of successor events: five fields."""
    lines = (f"R{n:02},R{n + 40:02},{'FOR'[n % 3]},20200401,{'FX'[n % 2]}" for n in range(count))
    return "\n".join(lines) + "\n"


def benchmark_sheets() -> dict[str, list[list[object]]]:
    """The survey's benchmark workbook: regions, boards, two organisations; one hides an answer."""
    years = (2019, 2020, 2021, 2022, 2023)
    items = [f"{q}{n}_{year}" for q in ("q13a", "q14a") for n in ("", "_n") for year in years]
    values: list[object] = [*[0.1417] * 5, *[1000] * 5]
    return {
        "Notes": [["Benchmark workbook"], ["Weighted"]],
        "National": [["Reporting level", *items], ["National", *values, *values]],
        "Benchmarking groups": [["Benchmarking group", *items], ["Acute Trusts", *values, *values]],
        "Regions": [
            ["Region code", "Region name", *items],
            *([f"Y{number}", f"Region {number}", *values, *values] for number in range(57, 64)),
        ],
        "ICBs": [
            ["ICB code", "ICB name", *items],
            *([f"Q{number}", f"Board {number}", *values, *values] for number in range(10, 52)),
        ],
        "Organisations": [
            ["Organisation code", "Organisation name", "Benchmarking group", *items],
            ["R1F1", "Some Trust (acute)", "Acute Trusts", *values, *values],
            ["NQ7", "Some Company", "Community", *values, *[""] * 10],
        ],
    }
