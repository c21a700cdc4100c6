"""A return as whoever fills it in sees it: its headers, its table and its example."""

from __future__ import annotations

from dataclasses import dataclass

from orchestration.catalogue import Catalogue, Publication, Table
from orchestration.catalogue.layouts import RecordsLayout
from orchestration.catalogue.publication import Template
from orchestration.errors import WRONG_USAGE, PlainError


@dataclass(frozen=True)
class ReturnTemplate:
    """A publication that is filled in by hand, with the layout that its template has."""

    publication: Publication
    declared: Template
    layout: RecordsLayout

    @property
    def table(self) -> Table:
        """The raw table that the return fills."""
        return self.publication.tables[self.layout.table]

    @property
    def headers(self) -> dict[str, str]:
        """The header to write over each column, in their order."""
        return {column: headers[0].shown for column, headers in self.layout.headers.items()}

    @property
    def example(self) -> list[list[str]]:
        """The example's rows, in the order of the headers."""
        return [[row[column] for column in self.headers] for row in self.declared.example]


def templates(catalogue: Catalogue) -> dict[str, ReturnTemplate]:
    """Every return that has a template, by publication."""
    found = {}
    for publication_id, publication in catalogue.publications.items():
        declared = publication.template
        layout = publication.layouts[declared.layout] if declared else None
        if declared and isinstance(layout, RecordsLayout):
            found[publication_id] = ReturnTemplate(publication, declared, layout)
    return found


def template_of(catalogue: Catalogue, publication_id: str) -> ReturnTemplate:
    """The return of a publication. Raises `PlainError`, naming those there are, if it has none."""
    found = templates(catalogue)
    if publication_id in found:
        return found[publication_id]
    if publication_id in catalogue.publications:
        what = f"{publication_id} is published: it has no template, its files are read as they are."
    else:
        what = f"{publication_id!r} is no publication that is read."
    raise PlainError(
        what,
        f"Templates: {', '.join(found) or 'none is declared'}.",
        exit_code=WRONG_USAGE,
    )
