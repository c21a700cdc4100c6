"""Receives the landing folder: archive what is new, read what must be read, say what came of it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from orchestration.catalogue import Catalogue
from orchestration.home import Home
from orchestration.ingest.archive import Archive
from orchestration.ingest.arrivals import Arrival, Seen, arrivals, unpack
from orchestration.ingest.quarantine import Refused, keep_in_step
from orchestration.ingest.reader import Reading, read_file
from orchestration.ingest.reader.container import Container, sniff
from orchestration.ingest.reader.refusal import RefusedError
from orchestration.ingest.register import FILE_ARRIVALS, open_register
from orchestration.ingest.versions import ReadingHashes

SEEN = ".landing.json"
Progress = Callable[[int, int, str], None]
"""Called with how many are done, how many there are, and what is worked on now."""


@dataclass(frozen=True)
class FileOutcome:
    """What became of one arrival. `rows` counts the rows of all raw tables that it fills."""

    file_id: str
    landed_as: str
    publication_id: str | None
    status: str
    reason: str | None
    next_step: str | None
    rows: int


@dataclass(frozen=True)
class ReceiveReport:
    """What came of receiving: every arrival known, how many are new, how many files were read.

    `files_waiting` were archived and not read yet, as the time was over.
    """

    outcomes: list[FileOutcome]
    new_arrivals: int
    files_read: int
    files_waiting: int = 0


def receive(
    home: Home,
    catalogue: Catalogue,
    *,
    today: date,
    now: datetime,
    progress: Progress | None = None,
    is_over: Callable[[], bool] | None = None,
) -> ReceiveReport:
    """Receives everything below `home.landing`; files seen before are not opened again.

    `today` is the assumed publication date of files that state none, `now` the time of receipt.
    Once `is_over` answers yes no further file is begun to be read; the next call goes on.
    Never raises for what a file contains: such files are quarantined with a reason.
    """
    home.create()
    archive = Archive(home.archive)
    archive.clear_work()
    archive.work.mkdir()
    report = progress or (lambda _done, _total, _what: None)
    try:
        new, unreadable = _archive_arrivals(
            home, catalogue, archive, today=today, now=now, progress=report
        )
        read, waiting = _read_files(archive, catalogue, now, report, is_over or (lambda: False))
    finally:
        archive.clear_work()
    outcomes = [*_outcomes(home, catalogue, archive), *unreadable]
    return ReceiveReport(outcomes, new, read, waiting)


def unseen(home: Home, catalogue: Catalogue) -> list[Arrival]:
    """What lies in landing and was not received yet, or has changed since."""
    seen = Seen(home.archive / SEEN)
    landed = arrivals(home.landing, catalogue.publications)
    return [arrival for arrival in landed if not seen.is_unchanged(arrival)]


def _archive_arrivals(
    home: Home,
    catalogue: Catalogue,
    archive: Archive,
    *,
    today: date,
    now: datetime,
    progress: Progress,
) -> tuple[int, list[FileOutcome]]:
    seen = Seen(home.archive / SEEN)
    landed = list(arrivals(home.landing, catalogue.publications))
    new, unreadable = 0, []
    for number, arrival in enumerate(landed):
        try:
            if not seen.is_unchanged(arrival):
                progress(number, len(landed), arrival.landed_as)
                new += _archive_arrival(archive, arrival, today, now)
            seen.remember(arrival)
        except OSError as error:
            unreadable.append(_unreadable(arrival, error))
    seen.save()
    return new, unreadable


def _unreadable(arrival: Arrival, error: OSError) -> FileOutcome:
    return FileOutcome(
        file_id="",
        landed_as=arrival.landed_as,
        publication_id=arrival.stated_publication_id,
        status="unreadable",
        reason=f"{arrival.landed_as}: it cannot be received ({error.strerror or error})",
        next_step="Check the right to read it and the space on the disk; then receive again.",
        rows=0,
    )


def _archive_arrival(archive: Archive, arrival: Arrival, today: date, now: datetime) -> int:
    """Archives a file, or each member of a zip; a zip that gives no member is kept itself."""
    with tempfile.TemporaryDirectory(dir=archive.work) as folder:
        known = [
            archive.receive(member, today=today.isoformat(), now=now)
            for member in _members(arrival, Path(folder))
        ]
    return sum(known) if known else int(archive.receive(arrival, today=today.isoformat(), now=now))


def _members(arrival: Arrival, folder: Path) -> Iterator[Arrival]:
    try:
        if sniff(arrival.path) is Container.ARCHIVE:
            for name, path in unpack(arrival.path, folder):
                yield arrival.member(name, path)
    except RefusedError:
        # The file is archived as it is; the reader meets the same refusal and puts it on record.
        return


def _read_files(
    archive: Archive,
    catalogue: Catalogue,
    now: datetime,
    progress: Progress,
    is_over: Callable[[], bool],
) -> tuple[int, int]:
    """Reads whatever would be read differently today, a file a core at a time.

    Returns how many were read, and how many are left.
    """
    hashes = ReadingHashes(catalogue)
    waiting = [
        file_id for file_id in archive.file_ids() if not hashes.is_current(archive.reading(file_id))
    ]

    def read(file_id: str) -> tuple[str, Path, Reading] | None:
        if is_over():
            return None
        folder = archive.work / file_id
        folder.mkdir()
        return file_id, folder, read_file(archive.original(file_id), catalogue, folder)

    done = 0
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for file_id, folder, reading in filter(None, pool.map(read, waiting)):
            progress(done, len(waiting), archive.landed_as(file_id))
            expected = hashes.expected(reading.status, reading.publication_id)
            archive.keep_reading(file_id, reading, expected, folder, now)
            shutil.rmtree(folder)
            done += 1
    if waiting:
        progress(done, len(waiting), "")
    return done, len(waiting) - done


def _outcomes(home: Home, catalogue: Catalogue, archive: Archive) -> list[FileOutcome]:
    with open_register(home, catalogue) as register:
        outcomes = register.execute(
            f"""
            select
                register.file_id, arrivals.landed_as, register.publication_id, arrivals.outcome,
                register.reason, register.next_step, coalesce(register.row_count, 0)
            from ({FILE_ARRIVALS}) as arrivals
            inner join register on arrivals.file_id = register.file_id
            order by arrivals.landed_as
            """
        ).fetchall()
        refused = register.execute(
            """
            select
                register.file_id, register.publication_id, register.original_name,
                list(file_arrivals.landed_as order by file_arrivals.landed_as),
                register.reason, register.next_step
            from register
            inner join file_arrivals on register.file_id = file_arrivals.file_id
            where register.status = 'quarantined'
            group by all
            """
        ).fetchall()
    keep_in_step(
        home.quarantine,
        archive,
        [
            Refused(file_id, publication_id, name, landed, reason, next_step)
            for file_id, publication_id, name, landed, reason, next_step in refused
        ],
    )
    return [FileOutcome(*row) for row in outcomes]
