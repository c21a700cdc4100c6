"""Writes an edition in private, audits it, and puts it in place by one atomic rename."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import duckdb

from orchestration.edition import audit, own_record
from orchestration.edition.acknowledgements import acknowledged
from orchestration.edition.contents import (
    Described,
    attach,
    copy_tables,
    count_rows,
    describe,
    write_parquet,
)
from orchestration.edition.ledger import built_inputs
from orchestration.edition.macros import create_macros
from orchestration.edition.model import Edition, EditionWithheldError, Inputs
from orchestration.edition.plan import Plan, compare
from orchestration.edition.withhold import edition_id, publishing, put_in_place, withhold
from orchestration.home import Home
from orchestration.lock import exclusive

KEPT_EDITIONS = 5
DATABASE = "people_plan.duckdb"
RECORD = "edition.json"
CURRENT = "current"
READ_ONLY = 0o444


def publish(
    home: Home,
    *,
    run_id: str,
    now: datetime,
    descriptions: Mapping[tuple[str, str], Described] | None = None,
) -> Edition:
    """Make the private build the edition that analysts see; returns it and what its audit found.

    Whoever has the old file open keeps it; whoever opens it from now on sees the new one. Killed
    at any moment, it leaves the old edition as it was. Raises `EditionWithheldError` where the
    audit fails: the old edition stays, and its `reference.editions` says why.
    """
    with exclusive(home.lock, purpose="publishing an edition"), publishing(home):
        clear_drafts(home)
        attempt = Edition(edition_id(now, run_id), "published", now, run_id)
        draft = home.editions / f".{attempt.edition_id}.draft"
        draft.mkdir(parents=True)
        edition = _write(home, draft, attempt, descriptions or {})
        if not all(finding.is_passed for finding in edition.findings):
            shutil.rmtree(draft)
            refusal = EditionWithheldError(edition.findings)
            withhold(home, run_id=run_id, now=now, reasons=refusal.reasons)
            raise refusal
        _stand(home, draft, home.editions / edition.edition_id)
        return edition


def recorded_inputs(home: Home, edition: Edition) -> Inputs:
    """What a published edition was built from; nothing where its folder is gone."""
    record = home.editions / edition.edition_id / RECORD
    if not record.exists():
        return Inputs()
    return Inputs(**json.loads(record.read_text("utf-8"))["inputs"])


def clear_drafts(home: Home) -> None:
    """Remove what killed processes left half written."""
    for draft in home.editions.glob(".*.draft"):
        shutil.rmtree(draft)
    for file in home.root.glob(f".{DATABASE}.*"):
        file.unlink()


def _write(
    home: Home,
    draft: Path,
    attempt: Edition,
    descriptions: Mapping[tuple[str, str], Described],
) -> Edition:
    inputs = built_inputs(home)
    with (
        duckdb.connect() as connection,
        own_record.standing_edition(connection, home) as before,
    ):
        attach(connection, home.warehouse, draft / DATABASE)
        copy_tables(connection)
        plan = Plan()
        # They name their tables: where one is missing, the audit says so in plainer words.
        if audit.required_tables_are_present(connection).is_passed:
            create_macros(connection)
            plan = compare(
                connection, now="edition", before=before, acknowledged=acknowledged(home)
            )
        own_record.carry_on(connection, home, before)
        rows = count_rows(connection)
        edition = dataclasses.replace(
            attempt,
            fingerprint=inputs.fingerprint,
            file_count=_count_files(connection),
            table_count=len(rows),
            row_count=sum(rows.values()),
        )
        own_record.append(connection, edition, plan)
        describe(connection, {**descriptions, **own_record.descriptions()})
        write_parquet(connection, draft, rows)
        findings = audit.audit(connection, plan)
        connection.execute("checkpoint edition")
    _record(draft / RECORD, edition, inputs, rows)
    closed = audit.no_log_is_left_beside_it(draft / DATABASE)
    return dataclasses.replace(edition, findings=(*findings, closed))


def _count_files(connection: duckdb.DuckDBPyConnection) -> int | None:
    known = connection.execute(
        """
        select 1 from duckdb_columns()
        where database_name = 'edition' and schema_name = 'reference' and table_name = 'files'
            and column_name = 'status'
        """
    ).fetchone()
    if not known:
        return None
    counted = connection.execute(
        "select count(*) from edition.reference.files where status in ('loaded', 'superseded')"
    ).fetchone()
    return int(counted[0]) if counted else None


def _record(path: Path, edition: Edition, inputs: Inputs, rows: Mapping[str, int]) -> None:
    content = {
        "edition_id": edition.edition_id,
        "published_at": edition.published_at.isoformat(timespec="seconds"),
        "run_id": edition.run_id,
        "fingerprint": edition.fingerprint,
        "inputs": inputs.as_dict(),
        "file_count": edition.file_count,
        "rows": dict(rows),
    }
    path.write_text(json.dumps(content, indent=2) + "\n", "utf-8")


def _stand(home: Home, draft: Path, folder: Path) -> None:
    for path in draft.rglob("*"):
        if path.is_file():
            path.chmod(READ_ONLY)
    draft.rename(folder)
    link = home.root / f".{DATABASE}.{os.getpid()}"
    link.unlink(missing_ok=True)
    try:
        os.link(folder / DATABASE, link)
    except OSError:
        shutil.copy2(folder / DATABASE, link)
    put_in_place(link, home)
    _point_to(home.editions / CURRENT, folder)
    _prune(home, folder)


def _point_to(pointer: Path, folder: Path) -> None:
    made = pointer.with_name(f".{CURRENT}.{os.getpid()}")
    made.unlink(missing_ok=True)
    made.symlink_to(folder.name)
    made.replace(pointer)


def _prune(home: Home, newest: Path) -> None:
    folders = sorted(
        path for path in home.editions.iterdir() if path.is_dir() and not path.is_symlink()
    )
    older = [path for path in folders if path != newest and (path / RECORD).exists()]
    for path in older[: max(0, len(older) - (KEPT_EDITIONS - 1))]:
        shutil.rmtree(path)
