"""What of the private build is out of date: the smallest part that a build must do."""

from __future__ import annotations

from dataclasses import dataclass

from orchestration.edition.model import Inputs


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
