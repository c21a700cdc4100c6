"""Damage that a file alone cannot show: who it may happen to, and why it is let through.

Everything that is not in here is refused, for every layout of the catalogue. What is in here loads;
where it could be seen after all, the test of the damage says so and the entry goes.
"""

from __future__ import annotations

from tests.faults.subjects import Declared

ANY_LENGTH = "bodies send alone, so a return may have any number of rows"
NEXT_SHEET = "which sheets the workbook has differs between years; its table's suite counts rows"
NO_PATIENTS = "a practice that opens or closes may have doctors and no patients; its suite adds up"
EITHER = "either figure may be the larger one; the suite watches both"

# By kind of damage: the layouts that it can happen to unseen, and why.
REVIEWED: dict[str, dict[str, str]] = {
    "cut in half": {
        "nss_detailed": "a table of the survey may have a single block of answers",
        "nss_benchmark": "how many organisations took part differs between surveys",
        "nss_benchmark_groups": "how many kinds of organisation there are changes",
        "ods_succession": "a release may list five successions or hundreds",
        "sickness_workbook_region": "a series that ends early is an earlier edition",
        "sickness_workbook_organisation_type": "a series that ends early is an earlier edition",
        "gender_grade": "not every grade has people of every role",
        "nationality_org": "organisations of one month are there or not; its suite counts them",
        "gp_bulletin_national": "a series that ends early is an earlier edition",
        "apprenticeships_public_sector": "the file may hold one year or all",
    },
    "captured line gone": {"gp_bulletin_national": "left out, and named in a warning"},
    "captured year of before": {
        "gp_bulletin_national": "the caption says what is counted; the months stand in the headings"
    },
    "another sheet": dict.fromkeys(
        (
            "gp_bulletin_national",
            "flu_trusts",
            "flu_icbs",
            "flu_staff_groups",
            "nss_benchmark_groups",
            "nss_benchmark_regions",
            "nss_benchmark_icbs",
            "reasons_quarterly_region",
            "sickness_workbook_region",
            "sickness_workbook_staff_group",
            "sickness_workbook_organisation_type",
            "sickness_workbook_organisation",
            "wres_staff",
            "wres_board",
            "wres_indicators",
        ),
        NEXT_SHEET,
    ),
    "heading renamed": {"nss_benchmark_groups": "left out, and named in a warning"},
    "column missing": {"nss_benchmark_groups": "left out, and named in a warning"},
    "headings exchanged": dict.fromkeys(
        (
            "nss_benchmark",
            "nss_benchmark_national",
            "nss_benchmark_groups",
            "nss_benchmark_regions",
            "nss_benchmark_icbs",
        ),
        "every item is a score or a percentage; the suite watches their ranges",
    ),
    "figures exchanged": {
        "ahsn_tracker_entries": EITHER,
        "cpd_return": EITHER,
        "volunteering_return": EITHER,
        "finance_pay_to_date": EITHER,
        "covid_risk_assessment_return": "bodies do report more assessed than in scope",
        "gp_practice_detailed_undated": NO_PATIENTS,
        "gp_practice_detailed": NO_PATIENTS,
        "gp_practice_detailed_ccg": NO_PATIENTS,
        "turnover_national": "staff may grow or shrink from the start to the end of a year",
        "wres_national": EITHER,
        "wres_staff": EITHER,
        "wres_board": EITHER,
        "wres_indicators": EITHER,
    },
}

# Returns whose rules ask for whole groups of rows, so that half of them is noticed.
WHOLE_RETURNS = {"nurses_50k_announced", "turnover_management_rate", "volunteering_return"}

# Columns that no sample file fills, so that nothing can be exchanged.
NOTHING_TO_DAMAGE = {("placement_expansion_return", "figures exchanged")}

# Files of hundreds of columns take seconds each: `make faults` reads them, `make test` does not.
SLOW = {
    "gp_practice_detailed_undated",
    "gp_practice_detailed",
    "gp_practice_detailed_ccg",
    "gp_practice_high_level",
}

NOT_IN_THE_SAMPLE = {
    "ods_succession_list": "the whole list has more than twenty thousand rows",
    "ods_icb_names_merged": "names of boards from April 2026 on, after the sample's years",
    "sickness_benchmark_archive": "the monthly files of the same table stand for it",
    "sickness_benchmark_2022": "an era of four months, from April to July 2022",
}


def reviewed(declared: Declared, damage: str) -> str | None:
    """Why a layout cannot tell this damage; None where it must."""
    is_open = declared.is_return and declared.layout_id not in WHOLE_RETURNS
    if is_open and damage == "cut in half":
        return ANY_LENGTH
    return REVIEWED.get(damage, {}).get(declared.layout_id)
