"""Bytes to rows: what is in a file, whatever it is called and whenever it came."""

from orchestration.ingest.reader.read import read_file
from orchestration.ingest.reader.reading import Reading, TableReading

__all__ = ["Reading", "TableReading", "read_file"]
