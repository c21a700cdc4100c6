"""Plays a stretch of years from end to end, and says in a table what came of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.simulation.house import World, open_house
from tests.simulation.oracle import Log, Oracle
from tests.simulation.play import Findings, Play
from tests.simulation.rebuild import differences, rebuild
from tests.simulation.rules import reporting, timetables
from tests.simulation.story import Frame, Story, tell

WHOLE = Frame(date(2019, 1, 1), date(2026, 12, 31))
# Every kind of day, in as few runs as can be; all that changes about a calendar falls into it.
PART = Frame(date(2020, 7, 1), date(2021, 9, 30), share=0.15, seed=70)


@dataclass(frozen=True)
class Played:
    """A story, what was found while it was played, and what differs from a rebuild at its end."""

    story: Story
    findings: Findings
    final_differences: list[str]

    @property
    def all_findings(self) -> list[str]:
        """Everything that is not as it should be."""
        found = self.findings
        wrong = (found.wrong_runs, found.not_fresh, found.wrong_days, found.wrong_looks)
        return [*(one for several in wrong for one in several), *self.final_differences]

    @property
    def publications(self) -> set[str]:
        """Whose files landed."""
        return {one.publication_id for one in self.findings.landed if one.publication_id}

    @property
    def rows(self) -> list[tuple[str, str]]:
        """The table: what, and how much of it."""
        found, frame = self.findings, self.story.frame
        fates = ", ".join(f"{count} {fate}" for fate, count in sorted(found.releases.items()))
        started = Counter(run.started_by for _, run in found.runs)
        by = ", ".join(f"{count} by {name}" for name, count in sorted(started.items()))
        return [
            ("Days played", f"{found.days}, {frame.first_day} to {frame.last_day}"),
            ("Files landed", f"{found.releases.total()} ({fates})"),
            ("Runs started", f"{len(found.runs)} ({by})"),
            ("Runs superfluous, missed or for something else", str(len(found.wrong_runs))),
            ("Days on which what landed was not in the edition", str(len(found.not_fresh))),
            ("Days with a wrong late list", str(len(found.wrong_days))),
            ("Publishers' pages looked at", str(found.looks)),
            ("Days with a look too many or too few", str(len(found.wrong_looks))),
            ("Tables that differ from one rebuild of all files", str(len(self.final_differences))),
        ]


def play(root: Path, frame: Frame) -> Played:
    """Play those days in a home below `root`, then rebuild all files in another."""
    world = World.write(root / "world")
    seeds = root / "world" / "seeds"
    tables = timetables(seeds)
    story = tell(tables, frame)
    with open_house(world, root / "home", frame.first_day) as house:
        findings = Play(house, story, Oracle(tables, reporting(seeds), Log())).run()
        home = house.home
    fresh = rebuild(world, root / "fresh", findings.landed, frame.last_day)
    return Played(story, findings, differences(home, fresh, frame.last_day))
