"""A home whose build holds a few figures, published or not, for what happens around an edition."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb

from orchestration.home import Home
from tests.small_build import small_home
from tests.unit.plan.figures import Figure, fill_figures


def home_with(root: Path, figures: Sequence[Figure]) -> Home:
    """A home whose private build holds these figures, and all that an edition needs."""
    home = small_home(root)
    rebuild(home, figures)
    return home


def rebuild(home: Home, figures: Sequence[Figure]) -> None:
    """Let the private build hold these figures instead."""
    with duckdb.connect(str(home.warehouse)) as connection:
        fill_figures(connection, figures)
