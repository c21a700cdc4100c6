"""Whole runs: landing to edition, commands, concurrency, figures."""
