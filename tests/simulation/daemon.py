"""Does what Dagster's daemon does: asks sensors, schedule and conditions, and starts their runs."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import dagster as dg
from dagster._core.definitions.asset_daemon_cursor import AssetDaemonCursor
from dagster._core.definitions.run_status_sensor_definition import RunStatusSensorDefinition

from tests.simulation.house import House

STARTED_BY = "people_plan/started_by"
PUBLICATIONS = "people_plan/publications"
# A tick that still asks for runs after so many has lost its way.
ROUNDS = 6
# It tells of every table that it looks at, every time.
logging.getLogger("dagster.automation_condition_tester").setLevel(logging.WARNING)
QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


@dataclass(frozen=True)
class Run:
    """A run that was started: by whom, for which publications, of which assets, to what end."""

    started_by: str
    publications: str
    keys: frozenset[dg.AssetKey] | None
    is_success: bool
    run_id: str


@dataclass
class Daemon:
    """The cursors of one house."""

    house: House
    cursors: dict[str, str | None] = field(default_factory=dict)
    run_keys: set[str] = field(default_factory=set)
    conditions: AssetDaemonCursor | None = None
    said_late: dict[str, bool] = field(default_factory=dict)
    """By metric, whether its period check said late when it was recorded last."""

    def run_what_is_asked(self, *, with_conditions: bool = True) -> list[Run]:
        """Tick after tick, and run after run, until nothing is asked for."""
        runs: list[Run] = []
        for _ in range(ROUNDS):
            started = [self._start("build", one) for one in self._tick("landing")]
            if with_conditions and not started:
                started = self._run_what_changed()
            self._tick("periods")
            if not started:
                return runs
            runs += started
        raise AssertionError(f"{len(runs)} runs on one day, and more asked for: {runs}")

    def look_for_releases(self, at: datetime) -> list[str]:
        """The morning's schedule, and the job it asks for; returns the publications looked for."""
        repository = self.house.repository
        schedule = repository.get_schedule_def("look_for_releases")
        # Without the instance, which Dagster would open anew each day and the schedule leaves be.
        context = dg.build_schedule_context(scheduled_execution_time=at, repository_def=repository)
        requests = schedule.evaluate_tick(context).run_requests or []
        for request in requests:
            run = self._start("look_for_releases", request)
            assert run.is_success, run
        return [name for one in requests for name in one.tags[PUBLICATIONS].split(", ")]

    def by_hand(self, keys: Sequence[dg.AssetKey]) -> Run:
        """A person materialises these assets."""
        tags = {STARTED_BY: "a person", PUBLICATIONS: ""}
        return self._execute(None, keys, tags, {})

    def _tick(self, name: str) -> list[dg.RunRequest]:
        sensor = self.house.repository.get_sensor_def(name)
        with dg.build_sensor_context(
            instance=self.house.instance,
            cursor=self.cursors.get(name),
            repository_def=self.house.repository,
            sensor_name=name,
        ) as context:
            told = sensor.evaluate_tick(context)
        self.cursors[name] = told.cursor
        for event in told.asset_events:
            assert isinstance(event, dg.AssetCheckEvaluation)
            metric_id, is_late = event.asset_key.path[-1], not event.passed
            # Late ones are told every day, by one day more: recording each takes most of a play.
            if self.said_late.get(metric_id) is not is_late:
                self.house.instance.report_runless_asset_event(event)
            self.said_late[metric_id] = is_late
        asked = told.run_requests or []
        new = [one for one in asked if one.run_key not in self.run_keys]
        self.run_keys.update(one.run_key for one in new if one.run_key)
        return new

    def _run_what_changed(self) -> list[Run]:
        sensor = self.house.repository.get_sensor_def("automation")
        told = dg.evaluate_automation_conditions(
            self.house.defs,
            self.house.instance,
            asset_selection=sensor.asset_selection,
            cursor=self.conditions,
        )
        self.conditions = told.cursor
        keys = [result.key for result in told.results if result.true_subset.size]
        assets = [key for key in keys if isinstance(key, dg.AssetKey)]
        if not assets:
            return []
        tags = {**sensor.run_tags, PUBLICATIONS: ""}
        return [self._execute(None, assets, tags, {})]

    def _start(self, job_name: str, request: dg.RunRequest) -> Run:
        tags = {STARTED_BY: job_name, **request.tags}
        return self._execute(job_name, request.asset_selection, tags, request.run_config)

    def _execute(
        self,
        job_name: str | None,
        keys: Sequence[dg.AssetKey] | None,
        tags: dict[str, str],
        config: Any,
    ) -> Run:
        repository = self.house.repository
        job = (
            repository.get_job(job_name)
            if job_name
            else repository.get_implicit_global_asset_job_def()
        )
        result = job.execute_in_process(
            instance=self.house.instance,
            run_config={**config, **QUIET},
            asset_selection=keys,
            tags=tags,
            raise_on_error=False,
        )
        if not result.success:
            self._tell_of_failure(result)
        chosen = frozenset(keys) if keys else None
        return Run(tags[STARTED_BY], tags[PUBLICATIONS], chosen, result.success, result.run_id)

    def _tell_of_failure(self, result: dg.ExecuteInProcessResult) -> None:
        sensor = self.house.repository.get_sensor_def("withhold_edition")
        assert isinstance(sensor, RunStatusSensorDefinition)
        (failure,) = result.filter_events(lambda event: event.is_run_failure)
        context = dg.build_run_status_sensor_context(
            sensor.name, failure, self.house.instance, result.dagster_run
        )
        sensor(context.for_run_failure())
