"""Keeps the quarantine folder in step with the register: refused files, each with its reason."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from orchestration.ingest.archive import Archive
from orchestration.ingest.files import copy, write_text

UNRECOGNISED = "unrecognised"
REASON = "reason.txt"
FILE_ID = re.compile(r"[0-9a-f]{16}")
UNSAFE_NAMES = {"", ".", "..", REASON}
LONGEST_NAME = 120


@dataclass(frozen=True)
class Refused:
    """A file in quarantine, as the register knows it."""

    file_id: str
    publication_id: str | None
    original_name: str
    landed_as: list[str]
    reason: str
    next_step: str

    @property
    def safe_name(self) -> str:
        """Its name as a file's name here; members of zips may be called anything."""
        if self.original_name in UNSAFE_NAMES:
            return f"file_{self.file_id}"
        return self.original_name[:LONGEST_NAME]

    @property
    def explanation(self) -> str:
        """What `reason.txt` says."""
        places = "\n".join(f"          {place}" for place in self.landed_as).lstrip()
        return (
            f"File:     {self.original_name}\n"
            f"Landed:   {places}\n"
            f"Known as: {self.file_id}\n\n"
            f"What is wrong\n  {self.reason}\n\n"
            f"What to do\n  {self.next_step}\n\n"
            "The file is read again by itself when layouts change; this folder then goes away.\n"
        )


def keep_in_step(quarantine: Path, archive: Archive, refused: list[Refused]) -> None:
    """Makes `quarantine/<publication or unrecognised>/<file_id>/` hold these files, no others."""
    wanted = {
        quarantine / (one.publication_id or UNRECOGNISED) / one.file_id: one for one in refused
    }
    for folder in quarantine.glob("*/*"):
        if FILE_ID.fullmatch(folder.name) and folder not in wanted:
            shutil.rmtree(folder)
    for folder, one in wanted.items():
        kept = folder / one.safe_name
        if not kept.exists():
            copy(archive.original(one.file_id), kept)
        reason = folder / REASON
        if not reason.exists() or reason.read_text("utf-8") != one.explanation:
            write_text(reason, one.explanation)
    for publication in quarantine.glob("*"):
        if publication.is_dir() and not any(publication.iterdir()):
            publication.rmdir()
