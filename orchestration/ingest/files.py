"""Writes that a killed process cannot leave half done, and names that are safe to show."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

CHUNK = 1 << 20
FILE_ID_CHARACTERS = 16


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, as hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def file_id_of(sha256: str) -> str:
    """The identity of a file: the first sixteen hex characters of its SHA-256."""
    return sha256[:FILE_ID_CHARACTERS]


def write_text(target: Path, text: str) -> None:
    """Replaces `target` whole, or leaves it as it was."""
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = _partial(target)
    partial.write_text(text, encoding="utf-8")
    partial.replace(target)


def write_json(target: Path, content: Any) -> None:
    """Replaces `target` with JSON, whole or not at all."""
    write_text(target, json.dumps(content, indent=1, ensure_ascii=False) + "\n")


def copy(source: Path, target: Path) -> None:
    """Copies bytes to `target`, whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = _partial(target)
    shutil.copyfile(source, partial)
    partial.replace(target)


def shown(path: str) -> str:
    """A path as text that can be stored and printed, whatever bytes its name has."""
    text = path.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(character if character.isprintable() else "?" for character in text)


def as_glob(path: str) -> str:
    """A path as DuckDB's readers must be given it: their wildcards stand for themselves."""
    return re.sub(r"([*?\[])", r"[\1]", path)


def _partial(target: Path) -> Path:
    return target.with_name(f".{target.name}.{os.getpid()}.partial")
