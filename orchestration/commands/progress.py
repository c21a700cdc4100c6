"""Shows a run while it happens: steps, tables and checks, as Dagster records them."""

from __future__ import annotations

import textwrap
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

import dagster as dg
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.progress import Progress as Bar

from orchestration.assets.failures import check_sentence

Kind = dg.DagsterEventType
LINE_CHARACTERS = 240


class Progress:
    """Counts what was planned against what is done; lines stay for steps and for what failed."""

    def __init__(self, out: Console) -> None:
        self._out = out
        self._bar = Bar(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(bar_width=20),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=out,
            transient=True,
        )
        self._task = self._bar.add_task("Starting ...", total=None)
        self._planned = 0
        self._started: dict[str, float] = {}
        self._tables: dict[str, int] = {}
        self._checks: dict[str, int] = {}
        self._handlers: dict[Kind, Callable[[dg.DagsterEvent], None]] = {
            Kind.ASSET_MATERIALIZATION_PLANNED: self._on_planned,
            Kind.ASSET_CHECK_EVALUATION_PLANNED: self._on_planned,
            Kind.STEP_START: self._on_start,
            Kind.ASSET_MATERIALIZATION: self._on_table,
            Kind.ASSET_CHECK_EVALUATION: self._on_check,
            Kind.STEP_SUCCESS: self._on_success,
            Kind.STEP_FAILURE: self._on_failure,
        }

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bar.stop()

    def on_event(self, entry: dg.EventLogEntry) -> None:
        """Take note of one event of the run."""
        event = entry.dagster_event
        handler = self._handlers.get(event.event_type) if event else None
        if event and handler:
            handler(event)

    def _on_planned(self, _: dg.DagsterEvent) -> None:
        self._planned += 1
        self._bar.update(self._task, total=self._planned)

    def _on_start(self, event: dg.DagsterEvent) -> None:
        self._started[_step(event)] = time.monotonic()
        self._bar.update(self._task, description=_title(event))

    def _on_table(self, event: dg.DagsterEvent) -> None:
        self._tables[_step(event)] = self._tables.get(_step(event), 0) + 1
        key = event.asset_key.to_user_string() if event.asset_key else _title(event)
        self._bar.update(self._task, description=key, advance=1)

    def _on_check(self, event: dg.DagsterEvent) -> None:
        self._checks[_step(event)] = self._checks.get(_step(event), 0) + 1
        self._bar.advance(self._task)
        check = event.asset_check_evaluation_data
        if not check.passed:
            mark = "?" if check.severity == dg.AssetCheckSeverity.WARN else "!"
            self._line(mark, check_sentence(event))

    def _on_success(self, event: dg.DagsterEvent) -> None:
        step = _step(event)
        tables, checks = self._tables.get(step, 0), self._checks.get(step, 0)
        done = [f"{tables} tables"] * bool(tables) + [f"{checks} checks"] * bool(checks)
        seconds = time.monotonic() - self._started.get(step, time.monotonic())
        # A suite's own step says nothing where all of it passed.
        if tables:
            self._line("+", f"{_title(event)}: {', '.join(done)} in {seconds:.1f} s")

    def _on_failure(self, event: dg.DagsterEvent) -> None:
        self._line("x", f"{_title(event)} failed")

    def _line(self, mark: str, text: str) -> None:
        line = textwrap.shorten(text, LINE_CHARACTERS, placeholder=" ...")
        self._out.print(f"{mark} {line}", markup=False)


def _step(event: dg.DagsterEvent) -> str:
    return event.step_key or ""


def _title(event: dg.DagsterEvent) -> str:
    return _step(event).replace("_", " ")
