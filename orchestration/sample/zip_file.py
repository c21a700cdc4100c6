"""Several files in one zip, as some releases come."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from orchestration.sample.release import Content
from orchestration.sample.world import World

# The earliest day that a zip can hold: the same members give the same bytes.
PACKED_ON = (1980, 1, 1, 0, 0, 0)
PIECE_BYTES = 1 << 20


@dataclass(frozen=True)
class ZipFile:
    """Named contents, packed in their order."""

    members: Mapping[str, Content]

    def write(self, world: World, path: Path) -> int:
        """Writes the zip and returns the number of records in all members."""
        row_count = 0
        with (
            tempfile.TemporaryDirectory() as folder,
            zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        ):
            for name, content in self.members.items():
                unpacked = Path(folder, "member")
                row_count += content.write(world, unpacked)
                entry = zipfile.ZipInfo(name, PACKED_ON)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.file_size = unpacked.stat().st_size
                with unpacked.open("rb") as source, archive.open(entry, "w") as packed:
                    shutil.copyfileobj(source, packed, PIECE_BYTES)
        return row_count
