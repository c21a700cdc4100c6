"""What the documents and set-up files promise is there."""

from __future__ import annotations

import re
from typing import Any

import pytest

from orchestration import layout_list
from orchestration.catalogue import load_catalogue
from orchestration.dictionary import DICTIONARY, render
from orchestration.home import PROJECT_ROOT
from orchestration.layout_list import LAYOUTS
from orchestration.returns import pages

MARKDOWN = [
    *PROJECT_ROOT.glob("*.md"),
    *(PROJECT_ROOT / "docs").rglob("*.md"),
]


def test_the_list_of_layouts_is_current() -> None:
    assert LAYOUTS.read_text("utf-8") == layout_list.render(load_catalogue()), "run `make docs`"


def test_the_data_dictionary_is_current(manifest: dict[str, Any]) -> None:
    assert DICTIONARY.read_text("utf-8") == render(manifest), "run `make docs`"


def test_the_pages_of_returns_are_current() -> None:
    written = {path.name: path.read_text("utf-8") for path in pages.PAGES.glob("*.md")}
    assert written == pages.render(load_catalogue()), "run `make docs`"


@pytest.mark.parametrize("page", MARKDOWN, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Any) -> None:
    targets = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    missing = [
        target for target in targets if "://" not in target and not (page.parent / target).exists()
    ]
    assert missing == []


def test_named_make_targets_exist() -> None:
    makefile = (PROJECT_ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = {
        target
        for page in [*MARKDOWN, PROJECT_ROOT / ".ci" / "run"]
        for target in re.findall(r"(?:^|`)make ([a-z-]+)", page.read_text("utf-8"), re.MULTILINE)
    }
    assert {"warehouse", "test"} <= named <= targets


def test_pins_carry_hashes_and_no_address() -> None:
    pins = (PROJECT_ROOT / "constraints.txt").read_text("utf-8")
    assert "://" not in pins
    assert "index-url" not in pins
    entries = re.split(r"\n(?=[a-z0-9])", pins.strip())
    assert len(entries) > 100
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
