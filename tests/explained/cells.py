"""The figures that the page explains, one a metric, and where the explanation of one stands."""

from __future__ import annotations

from orchestration.explain.asked import Question
from orchestration.home import PROJECT_ROOT

PAGE = PROJECT_ROOT / "docs" / "explained_cells.md"
# Few enough rows each for a person to look all of them up.
QUESTIONS = (
    Question("sickness_absence_rate_trusts", "2024-04", "RJ1"),
    Question("leaver_rate_official_headcount", "2025-10", "RJ1"),
    Question("pcn_direct_patient_care_fte", "2021-12", "U00070"),
    Question("nurses_fte_hchs", "2018-06", "00M"),
    Question("nurses_non_uk_nationality_pct", "2018-06", "00M"),
    Question("staff_non_uk_nationality_pct", "2017-03", "England"),
    Question("hcsw_fte", "2025-10", "RJ1"),
    Question("senior_leaders_bme_pct", "2022-06", "England"),
    Question("hba_from_managers", "2018", "England"),
    Question("discrimination_from_patients_public", "2018", "England"),
    Question("fair_career_progression_excl_dont_know", "2018", "England"),
)
