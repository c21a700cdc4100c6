"""Watches over a home: files that arrive start their publication's run; days that pass are told."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Collection, Mapping
from typing import Any

import dagster as dg

from orchestration import clock
from orchestration.catalogue import Catalogue
from orchestration.edition.inputs import present_inputs
from orchestration.edition.ledger import IN_NO_TABLE, built_inputs, taken_files
from orchestration.edition.staleness import Stale, stale
from orchestration.errors import PlainError
from orchestration.freshness.checks import evaluation
from orchestration.freshness.files_held import files_held
from orchestration.freshness.standing import standings
from orchestration.freshness.traces import is_quiet, traces
from orchestration.home import Home
from orchestration.ingest import open_register, receive
from orchestration.lock import LockTimeoutError, exclusive, holder

LANDING_SECONDS = 30
PERIODS_SECONDS = 60
# Files that somebody still writes are left alone.
QUIET_SECONDS = 10
# A tick must end before Dagster gives it up, which is after a minute where nothing else is set.
READING_SECONDS = 35

# The assets of publications and of all that depends on them.
Following = Callable[[Collection[str]], Collection[dg.AssetKey]]
_RECEIVING = threading.Lock()


def landing_sensor(
    catalogue: Catalogue,
    job_name: str,
    following: Following,
    *,
    quiet_seconds: float = QUIET_SECONDS,
) -> dg.SensorDefinition:
    """Takes in what lands, and starts one run for the publications that it changes.

    A publication is asked for once with the same files: what failed waits for a new file, of
    whatever publication, or a person. Everything is built where the code is another than that of
    the last build, so that no edition mixes two.
    """

    @dg.sensor(
        name="landing",
        job_name=job_name,
        minimum_interval_seconds=LANDING_SECONDS,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Waits for files in landing. New ones are archived and read at once; then one "
        "run builds their publications and what depends on them, nothing else. Copies of files "
        "that are held already start nothing.",
    )
    def landing(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
        home = Home.from_environment().create()
        before = _Watched.of(context.cursor)
        seen = traces(home, catalogue)
        if seen == before.traces:
            return dg.SkipReason("Nothing has landed since the last look.")
        if not is_quiet(home, quiet_seconds):
            return dg.SkipReason("Files are arriving; it waits until landing is quiet.")
        try:
            return _look(home, catalogue, before, following)
        except LockTimeoutError:
            return dg.SkipReason(f"The warehouse is at work: {holder(home.lock)}. It waits.")

    return landing


def period_sensor(catalogue: Catalogue, metrics: Mapping[str, dg.AssetKey]) -> dg.SensorDefinition:
    """Records the period checks whenever a day, a file or an edition changed what they say."""

    @dg.sensor(
        name="periods",
        asset_selection=dg.AssetSelection.assets(*metrics.values()),
        minimum_interval_seconds=PERIODS_SECONDS,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Waits for a new day, a new file or a new edition, and then records for every "
        "metric whose standing changed whether its newest period is there. It starts no run.",
    )
    def periods(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
        home, day = Home.from_environment(), clock.today()
        told = json.loads(context.cursor or "{}")
        seen = [day.isoformat(), traces(home, catalogue)]
        if told.get("seen") == seen:
            return dg.SkipReason("No new day, file or edition since the last look.")
        try:
            standing = standings(home, catalogue, day)
        except PlainError as error:
            return dg.SkipReason(str(error))
        now = {one.subject_id: one for one in standing if one.freshness_level == "metric"}
        said = {metric_id: [one.words, one.freshness_reason] for metric_id, one in now.items()}
        changed = [one for one in now if said[one] != told.get("said", {}).get(one)]
        return dg.SensorResult(
            asset_events=[evaluation(now[one], metrics[one]) for one in changed],
            cursor=json.dumps({"seen": seen, "said": said}),
            skip_reason=f"{len(changed)} of {len(now)} metrics stand differently from before.",
        )

    return periods


def _look(
    home: Home, catalogue: Catalogue, before: _Watched, following: Following
) -> dg.SensorResult:
    started = time.monotonic()
    now = clock.now()
    with exclusive(home.lock, purpose="taking in landed files", timeout_seconds=0):
        # The lock belongs to the process; a tick given up for its time may still be reading.
        if not _RECEIVING.acquire(blocking=False):
            return dg.SensorResult(skip_reason="An earlier look is still reading files.")
        try:
            report = receive(
                home,
                catalogue,
                today=now.date(),
                now=now,
                is_over=lambda: time.monotonic() - started > READING_SECONDS,
            )
            with open_register(home, catalogue) as register:
                held = files_held(register)
            taken = taken_files(home)
            undone = _undone(home, catalogue)
        finally:
            _RECEIVING.release()
    if report.files_waiting:
        return dg.SensorResult(
            skip_reason=f"{report.files_waiting} files are still to be read; it goes on."
        )
    changed = [
        one for one, files in held.items() if files not in (before.asked.get(one), taken.get(one))
    ]
    after = _Watched(traces(home, catalogue), {**before.asked, **held}, before.number)
    if not changed:
        return dg.SensorResult(
            skip_reason=f"{report.new_arrivals} arrivals, none of which changes a table.",
            cursor=after.as_cursor(),
        )
    publications = sorted({*changed, *undone.publications} - {IN_NO_TABLE})
    after.number += 1
    return dg.SensorResult(
        run_requests=[
            dg.RunRequest(
                run_key=f"landing-{after.number}",
                asset_selection=None if undone.is_everything else sorted(following(publications)),
                tags={
                    "people_plan/started_by": "landing",
                    "people_plan/publications": ", ".join(publications) or "none: refused files",
                },
            )
        ],
        cursor=after.as_cursor(),
    )


def _undone(home: Home, catalogue: Catalogue) -> Stale:
    """What the build does not reflect: a run that failed leaves all its publications behind.

    It starts nothing, but the next run takes it along: an edition would lack it otherwise.
    """
    return stale(present_inputs(home, catalogue), built_inputs(home))


class _Watched:
    """The cursor: what landing looked like, which files runs were asked for, how many runs."""

    def __init__(self, seen: str = "", asked: dict[str, str] | None = None, number: int = 0):
        self.traces, self.asked, self.number = seen, asked or {}, number

    @classmethod
    def of(cls, cursor: str | None) -> _Watched:
        known: dict[str, Any] = json.loads(cursor or "{}")
        return cls(known.get("traces", ""), known.get("asked"), known.get("number", 0))

    def as_cursor(self) -> str:
        return json.dumps({"traces": self.traces, "asked": self.asked, "number": self.number})
