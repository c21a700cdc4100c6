"""Freshness drives the runs: years of releases played through the real code location."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.simulation.release import Fate
from tests.simulation.story import Frame
from tests.simulation.table import PART, WHOLE, Played, play


@pytest.mark.parametrize(
    "frame",
    [
        pytest.param(PART, id="fifteen_months"),
        pytest.param(WHOLE, id="eight_years", marks=pytest.mark.slow),
    ],
)
def test_freshness_drives_the_runs(frame: Frame, tmp_path: Path) -> None:
    """One play, looked at from every side: playing is what costs."""
    played = play(tmp_path, frame)
    print(*(f"{what}: {much}" for what, much in played.rows), sep="\n")
    assert missing_from(played) == []
    assert played.findings.not_fresh == [], "landed, and not fresh after the runs of its day"
    assert played.findings.wrong_runs == [], "superfluous or missed"
    assert played.findings.wrong_days == [], "the late list"
    assert played.findings.wrong_looks == [], "the days of the back-off"
    assert played.final_differences == [], "against one rebuild of all files"


def missing_from(played: Played) -> list[str]:
    """What can happen and did not in this play."""
    landed, first_day = played.findings.landed, played.story.frame.first_day
    happened = {
        "every fate": {one.fate for one in landed} == set(Fate),
        "a copy": any(one.is_copy for one in landed),
        "a loose file": any(one.is_loose for one in landed),
        "a file taken in by hand": any(one.is_by_hand for one in landed),
        "a copy by hand": any(one.is_copy and one.is_by_hand for one in landed),
        "a correction": any(one.is_correction for one in landed),
        "several periods in one file": any(len(one.days) > 1 for one in landed),
        "pages looked at": bool(played.findings.looks),
        "several publications in one run": any(
            ", " in run.publications for day, run in played.findings.runs if day > first_day
        ),
    }
    return [what for what, is_so in happened.items() if not is_so]
