"""Walks the landing folder: what lies there, what its path says, what is new since last time."""

from __future__ import annotations

import json
import os
import re
import shutil
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from orchestration.ingest.files import shown, write_json
from orchestration.ingest.reader.container import BROKEN_ZIP
from orchestration.ingest.reader.refusal import DOWNLOAD_AGAIN, RefusedError

MEMBER = "!"
"""Between the path of a zip and the name of its member."""

# What file managers, editors and unfinished downloads leave behind.
LITTER = re.compile(r"\..*|~\$.*|thumbs\.db|desktop\.ini|.*\.(part|partial|crdownload|tmp)", re.I)
LITTER_FOLDERS = {"__MACOSX"}


@dataclass(frozen=True)
class Arrival:
    """A file in the landing folder and what its place there states.

    `landed_as` is the path below landing; a zip's member follows its zip after `!`.
    """

    path: Path
    landed_as: str
    stated_publication_id: str | None
    published_on: date | None

    def member(self, name: str, path: Path) -> Arrival:
        """The arrival of a member of this zip, unpacked to `path`."""
        return Arrival(
            path,
            f"{self.landed_as}{MEMBER}{shown(name)}",
            self.stated_publication_id,
            self.published_on,
        )


def arrivals(landing: Path, publications: Collection[str]) -> Iterator[Arrival]:
    """Every file below `landing`, in the order of their paths."""
    for folder, folders, names in os.walk(landing):
        folders[:] = sorted(set(folders) - LITTER_FOLDERS)
        folders[:] = [name for name in folders if not LITTER.fullmatch(name)]
        for name in sorted(names):
            path = Path(folder, name)
            if not LITTER.fullmatch(name) and path.is_file():
                yield _arrival(path, path.relative_to(landing), publications)


def _arrival(path: Path, relative: Path, publications: Collection[str]) -> Arrival:
    publication, *rest = relative.parts[:-1] or ("",)
    return Arrival(
        path,
        shown(relative.as_posix()),
        publication if publication in publications else None,
        _day(rest[0]) if rest else None,
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else None
    except ValueError:
        return None


def unpack(path: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    """The members of a zip that `sniff` let pass, unpacked one by one: name and path.

    Raises `RefusedError` for a broken zip. Names are never used as paths.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            if broken := archive.testzip():
                raise RefusedError(f"the zip is broken (member {broken})", DOWNLOAD_AGAIN)
            members = [
                member
                for member in archive.infolist()
                if not member.is_dir() and not _is_litter(member.filename)
            ]
            for number, member in enumerate(members):
                target = folder / f"member_{number}"
                with archive.open(member) as packed, target.open("wb") as unpacked:
                    shutil.copyfileobj(packed, unpacked)
                yield member.filename, target
                target.unlink(missing_ok=True)
    except BROKEN_ZIP as error:
        raise RefusedError(f"the zip is broken ({error})", DOWNLOAD_AGAIN) from error


def _is_litter(name: str) -> bool:
    parts = Path(name).parts
    return bool(LITTER_FOLDERS & set(parts)) or any(LITTER.fullmatch(part) for part in parts)


class Seen:
    """Which landed files were received before, by path, size and time of change.

    A cache only: without it every file is hashed again, and nothing else is different.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.before = self._load()
        self.now: dict[str, list[int]] = {}

    def _load(self) -> dict[str, list[int]]:
        try:
            found = json.loads(self.path.read_text("utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            return {}
        return found if isinstance(found, dict) else {}

    def is_unchanged(self, arrival: Arrival) -> bool:
        """Whether the same file lay there last time."""
        return self.before.get(arrival.landed_as) == _mark(arrival.path)

    def remember(self, arrival: Arrival) -> None:
        """Notes that this file has been received."""
        self.now[arrival.landed_as] = _mark(arrival.path)

    def save(self) -> None:
        """Keeps what was noted for the next time."""
        if self.now != self.before:
            write_json(self.path, self.now)


def _mark(path: Path) -> list[int]:
    status = path.stat()
    return [status.st_size, status.st_mtime_ns]
