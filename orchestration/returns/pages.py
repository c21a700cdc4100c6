"""Writes docs/returns: a page for each return that bodies fill in, and the list of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from orchestration.catalogue import Catalogue, load_catalogue
from orchestration.home import PROJECT_ROOT
from orchestration.markdown import page
from orchestration.returns.template import ReturnTemplate, templates
from orchestration.returns.words import kind_in_words, period_in_words, rules_in_words

PAGES = PROJECT_ROOT / "docs" / "returns"


def render(catalogue: Catalogue) -> dict[str, str]:
    """Every page of docs/returns as Markdown, by file name."""
    found = templates(catalogue)
    pages = {f"{name}.md": page("return.md.j2", **_page(one)) for name, one in found.items()}
    pages["README.md"] = page(
        "returns.md.j2", returns=[_line(catalogue, one) for one in found.values()]
    )
    return pages


def write(folder: Path = PAGES) -> None:
    """Writes every page, and deletes those of returns that are no more."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = render(load_catalogue())
    for path in folder.glob("*.md"):
        if path.name not in pages:
            path.unlink()
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")


def _page(one: ReturnTemplate) -> dict[str, Any]:
    named = {f"`{column}`": f"`{header}`" for column, header in one.headers.items()}
    return {
        "publication": one.publication,
        "grain": one.table.grain,
        "columns": [
            {
                "header": header,
                "is_required": one.table.columns[column].required,
                "kind": _cell(kind_in_words(one.table.columns[column])),
                "description": _cell(one.table.columns[column].description),
            }
            for column, header in one.headers.items()
        ],
        "key": [one.headers[column] for column in one.table.key if column in one.headers],
        "period": _renamed(period_in_words(one.table.period), named),
        "rules": [
            _renamed(rule, named) for rule in rules_in_words((*one.table.rules, *one.layout.rules))
        ],
        "markers": one.publication.markers,
        "guidance": one.declared.guidance,
        "headers": list(one.headers.values()),
        "example": [[_cell(value) for value in row] for row in one.example],
    }


def _line(catalogue: Catalogue, one: ReturnTemplate) -> dict[str, Any]:
    publication_id = one.publication.publication_id
    return {
        "publication_id": publication_id,
        "title": one.publication.title,
        "grain": one.table.grain,
        "metrics": [
            f"{metric.annex_label} {metric.metric_name}"
            for metric in catalogue.metrics.values()
            if publication_id
            in (metric.operational_publication_id, *metric.additional_publication_ids)
        ],
    }


def _renamed(sentence: str, named: dict[str, str]) -> str:
    """A sentence with the headers that people see in place of the columns' own names."""
    for column, header in named.items():
        sentence = sentence.replace(column, header)
    return sentence


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
