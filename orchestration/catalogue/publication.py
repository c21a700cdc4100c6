"""A publication as its YAML declares it: whose it is, its raw tables and its layouts."""

from __future__ import annotations

from functools import cached_property
from typing import Self

from pydantic import Field, model_validator

from orchestration.catalogue.columns import Declared, Identifier, Pattern
from orchestration.catalogue.fetch import Fetch
from orchestration.catalogue.layouts import HeaderlessLayout, Layout, RecordsLayout
from orchestration.catalogue.tables import Table


class Placeholder(Declared):
    """Text that stands where a value will be published later: read as empty."""

    pattern: Pattern
    meaning: str


class Template(Declared):
    """What a body that holds the figures fills in: a CSV file in `layout`, and rows that show how.

    `example` gives values by the layout's columns; `guidance` says what to mind, a sentence each.
    """

    layout: Identifier
    guidance: tuple[str, ...] = Field(min_length=1)
    example: tuple[dict[Identifier, str], ...] = Field(min_length=1)


class Publication(Declared):
    """One `publications/<publication_id>.yml`. Layout ids are unique over all publications.

    `markers` says what text in the place of a value means, `""` being an empty cell. `template`
    is for returns that nobody publishes. `fetch` says where files can be fetched from; it has no
    part in how they are read.
    """

    publication_id: Identifier
    title: str
    owner: str
    licence: str
    attribution: str
    description: str
    landing_page: str
    markers: dict[str, str] = Field(default_factory=dict)
    placeholders: tuple[Placeholder, ...] = ()
    tables: dict[Identifier, Table] = Field(min_length=1)
    layouts: dict[Identifier, Layout] = Field(min_length=1)
    template: Template | None = None
    fetch: Fetch | None = None

    @model_validator(mode="after")
    def _template_shows_its_layout(self) -> Self:
        if self.template:
            layout = self.layouts.get(self.template.layout)
            if not isinstance(layout, RecordsLayout):
                raise ValueError(f"template names {self.template.layout}, no layout of records")
            if layout.captured or any(h[0].text is None for h in layout.headers.values()):
                raise ValueError(f"template names {self.template.layout}, whose headers vary")
            for number, row in enumerate(self.template.example, 1):
                if set(row) != set(layout.headers):
                    odd = sorted(set(row) ^ set(layout.headers))
                    raise ValueError(f"template example {number} lacks, or has too many: {odd}")
        return self

    @model_validator(mode="after")
    def _explains_its_markers(self) -> Self:
        for table_id, table in self.tables.items():
            for name, column in table.columns.items():
                unexplained = sorted(set(getattr(column, "markers", ())) - set(self.markers))
                if unexplained:
                    raise ValueError(
                        f"column {name} of table {table_id} has markers {unexplained}"
                        " whose meaning is not under markers"
                    )
        return self

    @model_validator(mode="after")
    def _layouts_fill_tables(self) -> Self:
        for layout_id, layout in self.layouts.items():
            table = self.tables.get(layout.table)
            if table is None:
                raise ValueError(f"layout {layout_id} names the unknown table {layout.table}")
            named = [*layout.columns, *(name for rule in layout.rules for name in rule.columns)]
            unknown = sorted(set(named) - set(table.columns))
            if unknown:
                raise ValueError(f"layout {layout_id} names unknown columns {unknown}")
            self._is_readable(layout_id, layout, table)
        return self

    def _is_readable(self, layout_id: str, layout: Layout, table: Table) -> None:
        if (layout.shape == "crosstab") != table.is_crosstab:
            raise ValueError(f"layout {layout_id} and table {layout.table} differ in is_crosstab")
        if isinstance(layout, HeaderlessLayout) and min(layout.field_counts) > len(layout.columns):
            raise ValueError(f"layout {layout_id} names fewer columns than its files have fields")
        strangers = sorted(set(layout.together_with) - set(self.layouts))
        if strangers:
            raise ValueError(f"layout {layout_id} stands together with unknown layouts {strangers}")

    def raw_table(self, table: str) -> str:
        """The name in schema `raw` of one of this publication's tables."""
        return f"{self.publication_id}__{table}"

    @cached_property
    def raw_tables(self) -> dict[str, Table]:
        """Its raw tables by their name in schema `raw`."""
        return {self.raw_table(name): table for name, table in self.tables.items()}
