"""The People Plan warehouse: ingestion, orchestration and command line."""
