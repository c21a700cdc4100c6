"""Register, recognise, read, load: from bytes in the landing folder to rows in schema `raw`."""

from orchestration.ingest.load import (
    NotReadError,
    active_files,
    active_files_in,
    load_publication,
    load_publications,
    load_register,
)
from orchestration.ingest.receive import FileOutcome, ReceiveReport, receive, unseen
from orchestration.ingest.register import open_register

__all__ = [
    "FileOutcome",
    "NotReadError",
    "ReceiveReport",
    "active_files",
    "active_files_in",
    "load_publication",
    "load_publications",
    "load_register",
    "open_register",
    "receive",
    "unseen",
]
