"""Damaged, misplaced and hostile files: loaded right or refused, never silently different."""
