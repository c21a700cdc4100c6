"""A damage to a real file, what must come of it, and which file is which."""

from __future__ import annotations

from dataclasses import dataclass

from tests.faults import damage

FILES = {
    "rates": "sickness_absence_rates/nhs_sickness_absence_2024-04.csv",
    "other_month": "sickness_absence_rates/nhs_sickness_absence_2024-09.csv",
    "benchmarking": "sickness_absence_benchmarking/*CSV, January 2024.csv",
    "workbook": "sickness_absence_workbook/*.xlsx",
    "turnover": "turnover/*.csv",
    "pcn": "pcn_workforce/1.*.csv",
    "nationality": "nationality/*.xlsx",
    "nationality_regions": "nationality/*.csv",
    "ethnicity": "ethnicity_workforce/*.xls",
    "survey": "staff_survey/*abuse*.xls",
    "trusts": "ods/etr_2022*.csv",
    "successions": "ods/trust_succession*.csv",
    "boards": "ods/icb_names*.csv",
}
SAME = "loads the same"
SAME_NUMBERS = "loads the same numbers, written otherwise"


@dataclass(frozen=True)
class Case:
    """A damage to a file; `outcome` is SAME, or words that the reason must contain."""

    file: str
    what: str
    change: damage.Bytes
    outcome: str
    name: str = ""

    def __str__(self) -> str:
        return f"{self.file}: {self.what}".replace(" ", "_")
