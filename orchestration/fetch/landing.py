"""Puts a downloaded file into landing: whole, once, and over nothing that lies there."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

from orchestration.home import Home
from orchestration.ingest.archive import Archive
from orchestration.ingest.arrivals import arrivals
from orchestration.ingest.files import file_id_of, sha256_of

# Hidden, so that whoever walks landing passes by; inside it, so that a rename suffices.
WORK_FOLDER = ".fetch"
WITHOUT_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK)
TELLING_APART = 8


class LandingFolder:
    """The part of landing that a publication's files are fetched into."""

    def __init__(self, home: Home, publication_id: str) -> None:
        self.root = home.landing
        self.work = home.landing / WORK_FOLDER / publication_id
        self._archive = Archive(home.archive)

    def clear_work(self) -> None:
        """Removes what a killed fetch of this publication left half done."""
        shutil.rmtree(self.work, ignore_errors=True)
        if self.work.parent.is_dir() and not any(self.work.parent.iterdir()):
            self.work.parent.rmdir()

    def holds(self, sha256: str, size_bytes: int) -> bool:
        """Whether the archive or landing, wherever in it, has these very bytes."""
        if any(self._archive.folder(file_id_of(sha256)).glob("original.*")):
            return True
        # Only what has the size is read.
        landed = (arrival.path for arrival in arrivals(self.root, ()))
        return any(
            sha256_of(path) == sha256 for path in landed if path.stat().st_size == size_bytes
        )

    def land(self, downloaded: Path, folder: Path, name: str, sha256: str) -> Path:
        """Moves a file of the work folder to `folder` under `name`, or one that tells it apart."""
        folder.mkdir(parents=True, exist_ok=True)
        with downloaded.open("rb") as file:
            os.fsync(file.fileno())
        stem, dot, suffix = name.rpartition(".") if "." in name else (name, "", "")
        apart = f"{stem}_{sha256[:TELLING_APART]}{dot}{suffix}"
        for target in (folder / name, folder / apart):
            if _move(downloaded, target):
                _sync_folder(folder)
                return target
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder / apart))


def _move(source: Path, target: Path) -> bool:
    """Gives a file its place, in one step; False where something lies there already."""
    try:
        # A rename would silently replace what somebody put there a moment ago; a link does not.
        target.hardlink_to(source)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in WITHOUT_LINKS:
            raise
        if target.exists():
            return False
        source.rename(target)
        return True
    source.unlink()
    return True


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
