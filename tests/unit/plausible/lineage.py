"""What every made raw row ends with."""

from __future__ import annotations

# What every raw row ends with; `i` counts the rows of each query.
LINEAGE = """
    'layout' as layout_id, i::integer + 1 as row_number, false as is_synthetic,
    date '2024-10-24' as published_on, 'f1' as file_id
"""
CROSSTAB = f"{LINEAGE}, 2 as column_number, 'Table' as sheet_name"
