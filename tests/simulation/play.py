"""Plays a story day by day, and compares every day with what should have come of it."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

from orchestration.assets.raw import FILE_ARRIVALS, FILES, raw_keys
from orchestration.clock import now
from orchestration.edition import current_edition, present_inputs, recorded_inputs
from orchestration.freshness.standing import standings
from tests.simulation.cast import CAST
from tests.simulation.daemon import Daemon, Run
from tests.simulation.house import House, set_clock
from tests.simulation.oracle import Oracle, Verdict
from tests.simulation.publisher import Pages
from tests.simulation.release import Fate, Release
from tests.simulation.remembered import Asking, remembered_standings
from tests.simulation.story import Story

ONE_DAY = timedelta(days=1)
# Conditions are asked whenever something landed, and on other days once a fortnight.
QUIET_DAYS = 14
REFUSED_ONLY = "none: refused files"
FETCHED = {one.publication_id for one in CAST if one.is_fetched}


@dataclass
class Findings:
    """What a play showed; every list should be empty but that of the runs."""

    releases: Counter[str] = field(default_factory=Counter)
    runs: list[tuple[date, Run]] = field(default_factory=list)
    looks: int = 0
    days: int = 0
    wrong_runs: list[str] = field(default_factory=list)
    wrong_days: list[str] = field(default_factory=list)
    wrong_looks: list[str] = field(default_factory=list)
    not_fresh: list[str] = field(default_factory=list)
    landed: list[Release] = field(default_factory=list)
    seconds: float = 0.0


@dataclass
class Play:
    """One play: the house it is played in, the story, and who knows better."""

    house: House
    story: Story
    oracle: Oracle
    findings: Findings = field(default_factory=Findings)
    standings: Asking = standings

    def run(self) -> Findings:
        """From the first day to the last."""
        started = time.perf_counter()
        pages = Pages(list(self.story.on_pages))
        daemon = Daemon(self.house)
        day = self.story.frame.first_day
        with remembered_standings() as self.standings, pages.are_fetched():
            while day <= self.story.frame.last_day:
                self._day(day, daemon, pages)
                self.findings.days += 1
                day += ONE_DAY
        self.findings.seconds = time.perf_counter() - started
        return self.findings

    def _day(self, day: date, daemon: Daemon, pages: Pages) -> None:
        landed = self._morning(day, daemon, pages)
        set_clock(day, 10, 30)
        own = [one for one in self.story.lands if one.lands_on == day]
        for one in own:
            one.land(self.house.home)
        landed += own
        for one in landed:
            self.oracle.log.add(day, one)
            self.findings.landed.append(one)
            self.findings.releases[one.fate if not one.is_copy else "copy"] += 1
        runs = [self._by_hand(daemon, one) for one in landed if one.is_by_hand]
        is_asked = bool(landed) or day.toordinal() % QUIET_DAYS == 0
        runs += daemon.run_what_is_asked(with_conditions=is_asked)
        self.findings.runs += [(day, run) for run in runs]
        self._compare_runs(day, landed, runs)
        if landed:
            self._compare_edition(day)
        self._compare_standings(day, daemon)

    def _morning(self, day: date, daemon: Daemon, pages: Pages) -> list[Release]:
        """The publishers' pages are looked at where the oracle says so, and nowhere else."""
        set_clock(day)
        expected = []
        if self.findings.days:
            expected = sorted(
                name
                for (level, name), one in self.oracle.verdicts(day).items()
                if level == "publication"
                and name in FETCHED
                and self.oracle.looks_for(name, day, one)
            )
        found = daemon.look_for_releases(now())
        self.findings.looks += len(found)
        if found != expected:
            self.findings.wrong_looks.append(f"{day}: looked for {found}, not {expected}")
        brought, pages.brought = pages.brought, []
        return brought

    def _by_hand(self, daemon: Daemon, one: Release) -> Run:
        publication = self.house.catalogue.publications[one.publication_id]
        return daemon.by_hand([FILES, FILE_ARRIVALS, *raw_keys(publication)])

    def _compare_runs(self, day: date, landed: list[Release], runs: list[Run]) -> None:
        new = [one for one in landed if not one.is_copy and not one.is_by_hand]
        changed = {one.publication_id for one in new if one.fate is not Fate.REFUSED}
        changed |= self.oracle.log.left_undone(day)
        expected = Counter({"landing": 1} if new else {})
        hands = [one for one in landed if one.is_by_hand]
        if hands:
            expected["a person"] = 1
        if hands and not new:
            expected["automation"] = 1
        elif hands and all(one.is_copy for one in hands):
            # In two steps: at the first look the marts have just been built.
            expected["automation"] = 2
        if new:
            # Its run takes along what a person loaded and nobody modelled.
            changed |= {one.publication_id for one in hands if not one.is_copy}
        started = Counter(run.started_by for run in runs)
        if started != expected:
            told = [(run.started_by, run.publications, _names(run)) for run in runs]
            self.findings.wrong_runs.append(f"{day}: {told}, not {dict(expected)}")
        named = [run.publications for run in runs if run.started_by == "landing"]
        if new and named != [", ".join(sorted(changed)) or REFUSED_ONLY]:
            self.findings.wrong_runs.append(f"{day}: run for {named}, not for {sorted(changed)}")
        ends = [run.is_success for run in runs if run.started_by == "landing"]
        if any(is_success is self.oracle.log.is_held_back(day) for is_success in ends):
            self.findings.wrong_runs.append(f"{day}: the run ended well: {ends}")

    def _compare_edition(self, day: date) -> None:
        """The edition holds all that is here, or says that a newer one was withheld."""
        home, edition = self.house.home, current_edition(self.house.home)
        is_whole = edition and recorded_inputs(home, edition) == present_inputs(
            home, self.house.catalogue
        )
        if self.oracle.log.is_held_back(day):
            if is_whole or not (edition and edition.withheld_later):
                self.findings.not_fresh.append(f"{day}: an edition was not withheld")
        elif not is_whole:
            self.findings.not_fresh.append(f"{day}: the edition lacks what landed")

    def _compare_standings(self, day: date, daemon: Daemon) -> None:
        expected = self.oracle.verdicts(day)
        found = {
            (one.freshness_level, one.subject_id): Verdict(
                one.freshness_status,
                one.days_late,
                one.ask,
                one.latest_period_end,
                one.awaited_period_end,
            )
            for one in self.standings(self.house.home, self.house.catalogue, day)
        }
        wrong = {
            subject: (found.get(subject), expected.get(subject))
            for subject in expected.keys() | found.keys()
            if found.get(subject) != expected.get(subject)
        }
        late = {
            name
            for (level, name), one in expected.items()
            if level == "metric" and one.status == "late"
        }
        recorded = {name for name, is_late in daemon.said_late.items() if is_late}
        if wrong or late != recorded:
            self.findings.wrong_days.append(f"{day}: {wrong or recorded ^ late}")


def _names(run: Run) -> list[str]:
    return sorted(key.to_user_string() for key in run.keys or ())
