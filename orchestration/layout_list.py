"""Writes docs/layouts.md: every layout that is recognised, and what it rests on."""

from __future__ import annotations

from pathlib import Path

from orchestration.catalogue import Catalogue, load_catalogue
from orchestration.home import PROJECT_ROOT
from orchestration.markdown import page

LAYOUTS = PROJECT_ROOT / "docs" / "layouts.md"


def render(catalogue: Catalogue) -> str:
    """The list as Markdown, by publication, in the order of their YAML."""
    return page("layouts.md.j2", publications=list(catalogue.publications.values()))


def write(target: Path = LAYOUTS) -> None:
    """Renders the catalogue into `target`."""
    target.write_text(render(load_catalogue()), encoding="utf-8")
