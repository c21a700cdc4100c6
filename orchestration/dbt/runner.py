"""Runs dbt inside this process and tells what became of each node as soon as it is known."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from orchestration.dbt.project import PROJECT_DIR, arguments, environment
from orchestration.errors import PlainError
from orchestration.home import Home

if TYPE_CHECKING:
    from dbt_common.events.base_types import EventMsg

COUNTED = {"table", "seed", "incremental"}
GOOD = {"success", "pass", "no-op", "warn"}


@dataclass(frozen=True)
class NodeResult:
    """What became of one node; `failure_count` are the rows that a test found wrong.

    `row_count` is known for tables and seeds, None for tests and views.
    """

    unique_id: str
    status: str
    message: str
    seconds: float
    failure_count: int
    row_count: int | None = None

    @property
    def kind(self) -> str:
        """model, seed, test or unit_test."""
        return self.unique_id.split(".", 1)[0]

    @property
    def is_good(self) -> bool:
        """Built, passed, or a warning only."""
        return self.status in GOOD


class DbtError(PlainError):
    """dbt could not run at all: its project does not parse, or it could not connect."""


def run_dbt(
    home: Home, command: Sequence[str], project_dir: Path = PROJECT_DIR
) -> Iterator[NodeResult]:
    """Run `dbt <command>` on the home's private build; yields each node as it ends.

    The caller holds the home's lock. Where the caller stops early, queries are interrupted and
    what has not begun is not begun. No connection is open afterwards. Raises `DbtError` where dbt
    fails before or beside its nodes; a failed node is a result, not an error.
    """
    invocation = _Invocation(home, [*command, *arguments(home, project_dir)])
    invocation.start()
    try:
        yield from invocation.results()
    finally:
        invocation.stop()


class _Invocation:
    """dbt in a thread of its own; its events become results in a queue."""

    def __init__(self, home: Home, command: list[str]) -> None:
        self._home = home
        self._command = command
        self._queue: queue.SimpleQueue[NodeResult | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._invoke, name="dbt", daemon=True)
        self._is_stopped = False
        self._failure: BaseException | None = None

    def start(self) -> None:
        self._thread.start()

    def results(self) -> Iterator[NodeResult]:
        while (result := self._queue.get()) is not None:
            yield result
        if self._failure:
            raise DbtError(
                f"dbt stopped: {str(self._failure).strip()}",
                f"Its log is {self._home.dbt_target / 'dbt.log'}.",
            ) from self._failure

    def stop(self) -> None:
        self._is_stopped = True
        while self._thread.is_alive():
            _interrupt_queries()
            self._thread.join(timeout=0.5)

    def _invoke(self) -> None:
        # Imported late: loading dbt takes seconds.
        from dbt.adapters.duckdb.connections import DuckDBConnectionManager  # noqa: PLC0415
        from dbt.cli.main import dbtRunner  # noqa: PLC0415

        try:
            with environment(self._home):
                ended = dbtRunner(callbacks=[self._on_event]).invoke(self._command)
            self._failure = ended.exception
        except BaseException as failure:
            self._failure = failure
        finally:
            DuckDBConnectionManager.close_all_connections()  # type: ignore[no-untyped-call]
            self._queue.put(None)

    def _on_event(self, event: EventMsg) -> None:
        name = event.info.name
        if name == "NodeCompiling" and self._is_stopped:
            # Raised here, inside a node, it fails that node alone and at once.
            raise InterruptedError("the run was stopped")
        if name == "NodeFinished":
            self._queue.put(_result(event.data))


def _result(data: Any) -> NodeResult:
    node, run = data.node_info, data.run_result
    counted = run.status == "success" and node.materialized in COUNTED
    return NodeResult(
        unique_id=node.unique_id,
        status=run.status,
        message=run.message,
        seconds=round(run.execution_time, 3),
        failure_count=run.num_failures,
        row_count=_count_rows(node.node_relation.relation_name) if counted else None,
    )


def _count_rows(relation: str) -> int:
    """Counted over dbt's own connection, as no other may be open beside it."""
    from dbt.adapters.factory import get_adapter_by_type  # noqa: PLC0415

    adapter: Any = get_adapter_by_type("duckdb")  # type: ignore[no-untyped-call]
    with adapter.connection_named("row_count"):
        _, table = adapter.execute(f"select count(*) from {relation}", fetch=True)
    return int(table.rows[0][0])


def _interrupt_queries() -> None:
    from dbt.adapters.factory import FACTORY  # noqa: PLC0415

    adapters: list[Any] = list(FACTORY.adapters.values())
    for adapter in adapters:
        list(adapter.cancel_open_connections())
