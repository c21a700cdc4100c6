"""Explains one cell: what the edition says of it, and the rows of the files that make it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import duckdb
import orjson

from orchestration.catalogue import load_catalogue
from orchestration.edition.rows import rows_of
from orchestration.errors import WRONG_USAGE, PlainError
from orchestration.explain.asked import Asked, Question, asked
from orchestration.explain.replay import FIGURES, replay
from orchestration.explain.rows import SourceRow, TracedRows, source_rows
from orchestration.home import Home

SAME_WITHIN = 1e-9
WITHDRAWN = "withdrawn"
HIDDEN = "suppressed_project"


@dataclass(frozen=True)
class Statement:
    """One line of the explanation, as `marts.explain` gives it."""

    section: str
    item: str
    amount: float | None
    detail: str | None


@dataclass(frozen=True)
class Explanation:
    """A cell of `marts.metric_history`, what is said of it, its source rows and their files.

    `unfollowed` says why there are no rows, where there are none.
    """

    cell: Mapping[str, Any]
    statements: tuple[Statement, ...]
    rows: tuple[SourceRow, ...]
    consulted: Mapping[str, int]
    files: Mapping[str, Mapping[str, Any]]
    unfollowed: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """The same as plain values, for other programs."""
        return {
            "cell": dict(self.cell),
            "statements": [asdict(one) for one in self.statements],
            "rows": [asdict(one) for one in self.rows],
            "consulted_rows": dict(self.consulted),
            "files": {key: dict(value) for key, value in self.files.items()},
            "unfollowed": self.unfollowed,
        }


def explain(home: Home, edition: duckdb.DuckDBPyConnection, question: Question) -> Explanation:
    """Explains the cell that is meant. Raises `PlainError` where there is none."""
    arguments = asked(edition, question)
    cell = _cell(edition, arguments)
    query, parameters = arguments.call("explain")
    statements = tuple(Statement(*row) for row in edition.execute(query, parameters).fetchall())
    traced, unfollowed = follow(home, cell)
    file_ids = {cell["file_id"], *(row.file_id for row in traced.rows)} - {None}
    return Explanation(
        cell, statements, traced.rows, traced.consulted, _files(edition, file_ids), unfollowed
    )


def _cell(edition: duckdb.DuckDBPyConnection, arguments: Asked) -> dict[str, Any]:
    if found := rows_of(edition, *arguments.call("cell")):
        return found[0]
    known = edition.execute(
        """
        select distinct definition_id, geography_level, min(published_on)
        from marts.metric_history
        where measure_id = $measure and period_end = $period and organisation_code = $organisation
        group by definition_id, geography_level
        order by definition_id, geography_level
        """,
        {
            "measure": arguments.measure,
            "period": arguments.period,
            "organisation": arguments.organisation,
        },
    ).fetchall()
    there = "; ".join(f"{one[0]} at level {one[1]}, first on {one[2]}" for one in known)
    raise PlainError(
        f"{arguments.measure} has no such cell for {arguments.organisation} in {arguments.period}.",
        f"There are: {there}.",
        exit_code=WRONG_USAGE,
    )


def follow(home: Home, cell: Mapping[str, Any]) -> tuple[TracedRows, str | None]:
    """The rows that a vintage is made of; a sentence where they are none, or not all."""
    nothing = TracedRows((), {})
    if cell["availability_status"] == WITHDRAWN:
        return nothing, (
            "The release that withdrew it holds no row of it: that is what withdrew it. "
            "Ask for the vintage before it with --as-of."
        )
    if cell["availability_status"] == HIDDEN:
        return nothing, (
            "It is hidden, since it is too small or would give away what is: its rows are not "
            "shown. reference.hidden_figures counts what is hidden, and why."
        )
    catalogue = load_catalogue()
    manifest = orjson.loads(_manifest(home).read_bytes())
    with replay(home, catalogue, manifest, cell["metric_id"], cell["published_on"]) as models:
        models.trace()
        traced = models.follow(cell)
        if traced is None or not same_figures(traced.figures, cell):
            return nothing, (
                "The models do not give this figure again from the archive: files or models have "
                "changed since the edition. Run `people-plan build`, then ask again."
            )
        found = source_rows(models.connection, models.sources, catalogue, traced)
        models.keep_only(traced.rows)
        again = models.find(cell)
        if again is None or not same_figures(again, cell):
            return found, (
                "The figure rests on more than these rows: the models give another one from them "
                "alone."
            )
        return found, None


def _manifest(home: Home) -> Path:
    path = home.dbt_target / "manifest.json"
    if not path.exists():
        raise PlainError(
            f"What the edition was built with is not in {home.dbt_target}.",
            "Run `people-plan build --full`: it is written again, and no figure changes.",
        )
    return path


def same_figures(replayed: Mapping[str, Any], cell: Mapping[str, Any]) -> bool:
    """Whether value, terms and base are the same, but for the order in which they were added."""
    pairs = [(replayed[figure], cell[figure]) for figure in FIGURES]
    return all(
        one is other
        or (
            one is not None
            and other is not None
            and abs(one - other) <= SAME_WITHIN * max(1, abs(other))
        )
        for one, other in pairs
    )


def _files(edition: duckdb.DuckDBPyConnection, file_ids: set[str]) -> dict[str, dict[str, Any]]:
    found = rows_of(
        edition,
        """
        select file_id, coalesce(landed_as, original_name) as received_as, sha256, publication_id,
            layout_id, published_on, row_count
        from reference.files
        where list_contains($file_ids, file_id)
        order by file_id
        """,
        {"file_ids": sorted(file_ids)},
    )
    return {row["file_id"]: row for row in found}
