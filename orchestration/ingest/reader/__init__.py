"""Bytes to rows: what is in a file, whatever it is called and whenever it came."""

from orchestration.ingest.reader.read import Reading, TableReading, read_file

__all__ = ["Reading", "TableReading", "read_file"]
