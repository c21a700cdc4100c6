"""Makes small files, in every layout, that hold whatever the layouts' rules ask of real ones."""

from __future__ import annotations

import csv
import io
import string
from collections.abc import Callable, Iterable, Sequence

from orchestration.catalogue import load_catalogue
from orchestration.catalogue.layouts import RecordsLayout
from orchestration.returns import templates

Rows = list[dict[str, str]]
REGIONS = {
    "Y56": "London",
    "Y58": "South West",
    "Y59": "South East",
    "Y60": "Midlands",
    "Y61": "East of England",
    "Y62": "North West",
    "Y63": "North East and Yorkshire",
}
STAFF_GROUPS = [
    "HCHS doctors",
    "Nurses & health visitors",
    "Midwives",
    "Ambulance staff",
    "Central functions",
    "Hotel, property & estates",
    "Managers",
    "Senior managers",
    "Support to ST&T staff",
    "Unknown classification",
]
CODE_CHARACTERS = string.digits + string.ascii_uppercase
TYPES = ["Acute", "Ambulance", "Mental Health", "Community Provider Trust"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def organisations(count: int = 210) -> Iterable[dict[str, str]]:
    """Organisations of all regions and forty-two boards, in the order of their boards."""
    regions = list(REGIONS)
    for number in range(count):
        board = number * 42 // count
        region = regions[board * len(regions) // 42]
        yield {
            "region_code": region,
            "region_name": REGIONS[region],
            "hee_region_code": f"QH{board * 13 // 42:02}",
            "hee_region_name": f"Health Education {board * 13 // 42}",
            "icb_code": f"Q{board // 10}{board % 10}",
            "icb_name": f"Board {board}",
            "organisation_code": f"{'RTX'[number % 3]}{number:03}",
            "organisation_name": f"Trust {number}, Made Up",
            "organisation_type": TYPES[number % 4],
            "cluster_group": TYPES[number % 4],
            "benchmark_group": f"{TYPES[number % 4]} - {number % 8}",
        }


def days(number: int) -> dict[str, str]:
    lost, available = 100.5 + number, 2000.25 + number
    rate = f"{100 * lost / available:.2f}"
    return {
        "fte_days_lost": str(lost),
        "fte_days_available": str(available),
        "sickness_absence_rate": rate,
    }


def rates(*dates: str) -> Rows:
    return [
        {"date": day, **one, **days(number)}
        for day in dates or ("30/04/2024",)
        for number, one in enumerate(organisations())
    ]


def benchmarking(day: str = "30/04/2024") -> Rows:
    made = []
    for number, one in enumerate(organisations()):
        common = {"date": day, "month_label": "April 2024", **one}
        parts = [days(number + place) for place in range(len(STAFF_GROUPS))]
        lost = sum(float(part["fte_days_lost"]) for part in parts)
        available = sum(float(part["fte_days_available"]) for part in parts)
        total = {
            "fte_days_lost": str(lost),
            "fte_days_available": str(available),
            "sickness_absence_rate": f"{100 * lost / available:.2f}",
        }
        made.append({**common, "staff_group": "All staff groups", **total})
        for group, part in zip(STAFF_GROUPS, parts, strict=True):
            made.append({**common, "staff_group": group, **part})
    return made


def reasons(day: str = "30/04/2024") -> Rows:
    return [
        {
            "date": day,
            **one,
            "staff_group": "All staff groups",
            "reason": f"S{10 + reason} Reason",
            **days(number),
            "fte_days_lost_reason": "4.5",
        }
        for number, one in enumerate(organisations())
        for reason in range(20)
    ]


def flows(period: str = "202509 to 202510") -> Rows:
    types = ["Joiners", "Leavers", "Denominator at start of period", "Denominator at end of period"]
    return [
        {
            "period": period,
            "flow_type": flow,
            **one,
            "staff_group": group,
            "headcount": "110" if group == "All staff groups" else "11",
            "fte": "95.0" if group == "All staff groups" else "9.5",
        }
        for flow in types
        for one in organisations()
        for group in ["All staff groups", *STAFF_GROUPS]
    ]


def posts(year: str = "2021", month: str = "6") -> Rows:
    roles = {
        "Clinical Director": "Directors",
        "Managers": "Other Admin/Non-clinical staff",
        "Pharmacists": "Other Direct Patient Care staff",
        "Paramedics": "Other Direct Patient Care staff",
        "Podiatrists": "Other Direct Patient Care staff",
    }
    made = []
    for source in ("NWRS Staff", "NWRS contracted services"):
        for number, one in enumerate(organisations()):
            role = list(roles)[number % 5]
            made.append(
                {
                    "data_source": source,
                    "census_year": year,
                    "census_month": month,
                    **one,
                    "pcn_code": f"U{number * 99999 // 210:05}",
                    "pcn_name": f"NETWORK {number} \u2013 NORTH",
                    "sub_icb_code": f"{one['icb_code'][1:]}A",
                    "sub_icb_name": f"{one['icb_name']} - {one['icb_code'][1:]}A",
                    "staff_group": roles[role],
                    "staff_role": role,
                    "detailed_staff_role": role,
                    "fte": "0.986666667",
                    "person_id": str(number + 1) if source == "NWRS Staff" else "NULL",
                }
            )
    return made


def nationalities(*months: str) -> Rows:
    nations = ["British", "Irish", "Indian", *(f"Nation {number}" for number in range(90))]
    return [
        {
            "month": month,
            **one,
            "staff_group": STAFF_GROUPS[number % 10],
            "nationality": nation,
            "fte": "1.5",
        }
        for month in months or ("2017-SEP",)
        for number, one in enumerate(organisations())
        for place, nation in enumerate(nations)
        if (place + number) % 3 == 0 or place < 3
    ]


def grades(*months: str) -> Rows:
    types = {
        "All": "All",
        "All - Including Unknown, Not Stated And Discontinued Codes": "All",
        "Asian": "ONS 6+1",
        "Black": "ONS 6+1",
        "Chinese": "ONS 6+1",
        "Mixed": "ONS 6+1",
        "Other": "ONS 6+1",
        "White": "ONS 6+1",
        "Unknown & Not Stated": "Unknown",
    }
    staff = [
        "NHS Infrastructure Support",
        "Professionally Qualified Clinical Staff",
        "Support To Clinical Staff",
    ]
    bands = [
        "All Grades",
        "Band 5",
        "Band 6",
        "Band 7",
        "Band 8a",
        "Band 8b",
        "Band 9",
        "Very Senior Manager",
    ]
    return [
        {
            "month": month,
            "ethnicity": ethnicity,
            "ethnicity_type": kind,
            "staff_group": staff[role % 3],
            "role_group": f"Role {role}",
            "grade": band,
            "headcount": "12",
        }
        for month in months or ("2022-06-01",)
        for ethnicity, kind in types.items()
        for role in range(12)
        for band in bands
    ]


def successions() -> Rows:
    return [
        {
            "old_code": f"{letter}{number:04}",
            "new_code": f"R{number % 700:03}",
            "effective_on": "2020-04-01",
        }
        for letter in ("0", "R", "V", "W", "Y")
        for number in range(4200)
    ]


def boards() -> Rows:
    return [
        {
            "icb_ons_code": f"E540000{number:02}",
            "icb_code": f"Q{number // 10}{number % 10}",
            "icb_name": f"NHS Board {number} Integrated Care Board",
            "object_id": str(number),
        }
        for number in range(1, 43)
    ]


def staff_in_post(*dates: str) -> Rows:
    groups = {
        "Total": "110",
        "Support to doctors, nurses & midwives": "20",
        **dict.fromkeys(STAFF_GROUPS, "9"),
    }
    return [
        {
            "date": day,
            **one,
            "staff_group_order": f"{place:02}",
            "staff_group": group,
            "data_type": data_type,
            "total": total,
        }
        for day in dates or ("2024-03-31",)
        for one in organisations()
        for place, (group, total) in enumerate(groups.items(), 1)
        for data_type in ("FTE", "HC")
    ]


def selected_roles() -> Rows:
    one = next(iter(organisations()))
    return [
        {
            "date": "2024-03-31",
            **one,
            "selected_role": "Advanced clinical practitioner",
            "profession": profession,
            "data_type": "FTE",
            "total": total,
        }
        for profession, total in (("All professions", "41.6"), ("Nursing", "30"))
    ]


def announced_nurses() -> Rows:
    return [
        {
            "snapshot_on": "30/09/2019",
            "scope": scope,
            "nurses_fte": fte,
            "announced_in": "A press release",
        }
        for scope, fte in (
            ("Programme", "300,904"),
            ("NHS trusts and core organisations", "284,404"),
            ("General practice", "16,500"),
        )
    ]


def pulse(quarter: str = "Q1") -> Rows:
    themes = ["Motivation", "Involvement", "Advocacy"]
    return [
        {
            "financial_year": "2023/24",
            "quarter": quarter,
            **one,
            "engagement_theme": themes[item % 3],
            "engagement_item": f"Item {item}",
            "response_count": "120",
            "positive_pct": "57.5",
            "score": "6.31",
        }
        for one in organisations()
        for item in range(9)
    ]


def pulse_of_england() -> Rows:
    ranges = {"lowest_icb_positive_pct": "50.1", "highest_icb_positive_pct": "61"}
    return [{**row, **ranges} for row in pulse()[:9]]


RECORDS: dict[str, Callable[[], Rows]] = {
    "workforce_org_csv": staff_in_post,
    "workforce_org_csv_regions": lambda: staff_in_post("30/09/2021", "31/03/2022"),
    "workforce_selected_roles": selected_roles,
    "nurses_50k_announced": announced_nurses,
    "sickness_archive_hee": lambda: rates("2014-APR", "2014-MAY"),
    "sickness_archive_nhse": lambda: rates("2020-APR", "2020-MAY"),
    "sickness_monthly_2022": lambda: rates("30/04/2022"),
    "sickness_monthly_ics": lambda: rates("30/04/2024"),
    "sickness_benchmark_archive": lambda: benchmarking("30/04/2019"),
    "sickness_benchmark_2022": lambda: benchmarking("30/04/2022"),
    "sickness_benchmark_ics": lambda: benchmarking("30/04/2024"),
    "sickness_by_reason": reasons,
    "turnover_benchmark": flows,
    "pcn_individual": posts,
    "nationality_org": nationalities,
    "ethnicity_grade": grades,
    "ods_succession_list": successions,
    "ods_icb_names": boards,
    "ods_icb_names_merged": lambda: boards()[:30],
    "nqps_organisations": pulse,
    "nqps_national": pulse_of_england,
    # A return's own example is a whole file.
    **{
        one.declared.layout: (lambda one=one: [dict(row) for row in one.declared.example])
        for one in templates(load_catalogue()).values()
    },
}
PATTERNED = {"icb_ons_code": "CD", "icb_code": "CDH", "icb_name": "NM"}


def layout_of(layout_id: str) -> tuple[str, RecordsLayout]:
    """A record layout and the raw table that it fills."""
    for publication in load_catalogue().publications.values():
        layout = publication.layouts.get(layout_id)
        if isinstance(layout, RecordsLayout):
            return publication.raw_table(layout.table), layout
    raise KeyError(layout_id)


def cells(layout_id: str, rows: Rows | None = None) -> list[list[str]]:
    """Header and rows in a layout's published columns."""
    _, layout = layout_of(layout_id)
    made = RECORDS[layout_id]() if rows is None else rows
    year = 26 if layout_id == "ods_icb_names_merged" else 24
    header = [h[0].text or f"ICB{year}{PATTERNED[column]}" for column, h in layout.headers.items()]
    return [header, *([row[column] for column in layout.headers] for row in made)]


def as_csv(rows: Sequence[Sequence[str]], line_end: str = "\r\n", delimiter: str = ",") -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator=line_end, delimiter=delimiter).writerows(rows)
    return text.getvalue()


def monthly(day: str = "30/04/2024") -> bytes:
    """A month of sickness absence rates as it is published now."""
    return as_csv(cells("sickness_monthly_ics", rates(day))).encode()
