"""What of the private build is out of date: the smallest part that a build must do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import duckdb

from orchestration.edition.model import Inputs
from orchestration.home import Home


@dataclass(frozen=True)
class Stale:
    """What must be built: everything, or these publications and all that follows from them.

    Neither means that the private build reflects all that there is, published or not.
    """

    is_everything: bool = False
    publications: tuple[str, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """The private build is up to date."""
        return not self.is_everything and not self.publications


def stale(present: Inputs, built: Inputs) -> Stale:
    """Compare what a build would be made from now with what the private build reflects."""
    if present.code != built.code:
        return Stale(is_everything=True)
    return Stale(
        publications=tuple(
            publication_id
            for publication_id, hashed in sorted(present.publications.items())
            if built.publications.get(publication_id) != hashed
        )
    )


def marts_day(home: Home) -> date | None:
    """The day that the marts of the private build speak of; None where they do not say."""
    if not home.warehouse.exists():
        return None
    with duckdb.connect(str(home.warehouse)) as connection:
        known = connection.execute(
            "select 1 from duckdb_tables() where schema_name = 'marts' and table_name = 'freshness'"
        ).fetchone()
        told = known and connection.execute("select max(status_on) from marts.freshness").fetchone()
    return told[0] if told else None
