"""The append-only archive: one folder a file, with its bytes, its receipts and its reading.

`archive/<file_id>/` holds `original.<ext>`, `receipts.jsonl` (a line an arrival), `reading.json`
and one Parquet file a raw table. From it alone everything else can be built again.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from orchestration.ingest.arrivals import Arrival
from orchestration.ingest.files import copy, file_id_of, sha256_of, write_json, write_text
from orchestration.ingest.reader import Reading
from orchestration.ingest.reader.container import sniff
from orchestration.ingest.reader.refusal import RefusedError

READ_ONLY = 0o444
UNKNOWN_SUFFIX = "bin"


class Archive:
    """The archive below `root`."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def work(self) -> Path:
        """Where readings are made before they are moved into place."""
        return self.root / ".work"

    def folder(self, file_id: str) -> Path:
        """The folder of a file."""
        return self.root / file_id

    def original(self, file_id: str) -> Path:
        """The bytes of a file as they came."""
        return next(self.folder(file_id).glob("original.*"))

    def parquet(self, file_id: str, raw_table: str) -> Path:
        """The rows of one raw table in a file."""
        return self.folder(file_id) / f"{raw_table}.parquet"

    def file_ids(self) -> list[str]:
        """Every file whose bytes are here, sorted."""
        return sorted(path.parent.name for path in self.root.glob("[0-9a-f]*/original.*"))

    def receive(self, arrival: Arrival, *, today: str, now: datetime) -> bool:
        """Keeps the bytes and a receipt of an arrival; False if this arrival was known."""
        sha256 = sha256_of(arrival.path)
        file_id = file_id_of(sha256)
        folder = self.folder(file_id)
        if not any(folder.glob("original.*")):
            target = folder / f"original.{_suffix(arrival.path)}"
            copy(arrival.path, target)
            target.chmod(READ_ONLY)
        receipts = list(self.receipts(file_id))
        if any(receipt["landed_as"] == arrival.landed_as for receipt in receipts):
            return False
        receipts.append(
            {
                "file_id": file_id,
                "sha256": sha256,
                "size_bytes": arrival.path.stat().st_size,
                "landed_as": arrival.landed_as,
                "stated_publication_id": arrival.stated_publication_id,
                "published_on": arrival.published_on.isoformat() if arrival.published_on else today,
                "is_published_on_assumed": arrival.published_on is None,
                "received_at": utc(now),
            }
        )
        lines = (json.dumps(receipt, ensure_ascii=False) for receipt in receipts)
        write_text(folder / "receipts.jsonl", "\n".join(lines) + "\n")
        return True

    def receipts(self, file_id: str) -> Iterator[dict[str, Any]]:
        """The arrivals of a file, first to last."""
        path = self.folder(file_id) / "receipts.jsonl"
        if path.exists():
            yield from map(json.loads, path.read_text("utf-8").splitlines())

    def landed_as(self, file_id: str) -> str:
        """Where a file landed first, for showing."""
        return str(next(self.receipts(file_id), {}).get("landed_as", file_id))

    def reading(self, file_id: str) -> dict[str, Any] | None:
        """The last reading of a file, None if it was not read yet."""
        path = self.folder(file_id) / "reading.json"
        return json.loads(path.read_text("utf-8")) if path.exists() else None

    def keep_reading(
        self, file_id: str, reading: Reading, reading_hash: str, made_in: Path, now: datetime
    ) -> None:
        """Moves a reading's Parquet files into place, then its outcome, then tidies up.

        Killed in between, the outcome still carries the old hash, so the file is read again.
        """
        before = self.reading(file_id)
        history = [*before.pop("history", []), _summary(before)] if before else []
        for raw_table in reading.tables:
            (made_in / f"{raw_table}.parquet").replace(self.parquet(file_id, raw_table))
        content = asdict(reading)
        content["tables"] = [
            {"raw_table": raw_table, **asdict(table)}
            for raw_table, table in sorted(reading.tables.items())
        ]
        write_json(
            self.folder(file_id) / "reading.json",
            {
                "file_id": file_id,
                "reading_hash": reading_hash,
                "read_at": utc(now),
                **content,
                "history": history,
            },
        )
        for path in self.folder(file_id).glob("*.parquet"):
            if path.stem not in reading.tables:
                path.unlink()

    def clear_work(self) -> None:
        """Removes what a killed reading left behind."""
        shutil.rmtree(self.work, ignore_errors=True)
        for partial in self.root.glob("*/.*.partial"):
            partial.unlink(missing_ok=True)


def utc(moment: datetime) -> str:
    """A moment as ISO text in UTC; one without a time zone is taken as UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")


def _suffix(path: Path) -> str:
    try:
        return sniff(path).value
    except RefusedError:
        return UNKNOWN_SUFFIX


def _summary(reading: dict[str, Any]) -> dict[str, Any]:
    return {key: reading[key] for key in ("read_at", "reading_hash", "status", "reason")}
