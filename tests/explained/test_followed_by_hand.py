"""Each cell of the page, followed to the published file with another reader, and worked out there.

The page says file, sheet, row and heading; the file must hold there what the page says it does, and
the published values must give the figure by the arithmetic that Annex A's definition asks for.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from orchestration.home import Home
from tests.explained.by_hand import at, published_file, rows
from tests.explained.cells import PAGE, QUESTIONS
from tests.explained.page import page
from tests.published import needs_published_files

Amounts = dict[str, list[float]]


@dataclass(frozen=True)
class Place:
    """One line of a table of the page."""

    file: str
    sheet: str
    row: str
    heading: str
    published: str
    gives: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """One explained cell of the page."""

    measure: str
    figures: dict[str, float]
    hashes: dict[str, str]
    places: tuple[Place, ...]


def sections() -> list[Section]:
    parts = re.split(r"^## ", PAGE.read_text("utf-8"), flags=re.MULTILINE)[1:]
    return [_section(part) for part in parts]


def _section(text: str) -> Section:
    (figures,) = re.findall(r"^Figure: (.*) \(\w+\)\.$", text, re.MULTILINE)
    hashes = re.findall(r"^- `(.+?)`, .*SHA-256 `([0-9a-f]{64})`$", text, re.MULTILINE)
    lines = re.findall(r"^\| (?!file \|)(.*) \|$", text, re.MULTILINE)
    places = [[cell.strip() for cell in line.split(" | ")] for line in lines]
    return Section(
        text.split(",", 1)[0],
        {
            name: float(amount.replace(",", ""))
            for name, amount in (one.split(" ") for one in figures.split("; "))
        },
        dict(hashes),
        tuple(Place(*cells[:5], tuple(cells[5].split(", "))) for cells in places),
    )


def rate(amounts: Amounts) -> float:
    return 100 * sum(amounts["numerator"]) / sum(amounts["denominator"])


def total(amounts: Amounts) -> float:
    return sum(amounts["value"])


# What the definition of each measure asks for, written down without a look at the models.
BY_DEFINITION: dict[str, Callable[[Amounts], float]] = {
    "sickness_absence_rate_trusts": rate,
    # Over the mean of the staff at the start and at the end.
    "leaver_rate_official_headcount": lambda found: 2 * rate(found),
    "pcn_direct_patient_care_fte": total,
    "nurses_fte_hchs": total,
    "nurses_non_uk_nationality_pct": rate,
    "staff_non_uk_nationality_pct": rate,
    "hcsw_fte": total,
    "senior_leaders_bme_pct": rate,
    # Any answer of one incident or more.
    "hba_from_managers": total,
    "discrimination_from_patients_public": total,
    # Yes, of those who answered yes or no; the page gives yes first, as the file does.
    "fair_career_progression_excl_dont_know": lambda found: 100 * found["value"][0] / total(found),
}
SECTIONS = [pytest.param(section, id=section.measure) for section in sections()]


def test_the_page_explains_ten_metrics() -> None:
    explained = [section.measure for section in sections()]
    assert explained == [question.measure for question in QUESTIONS]
    assert set(explained) == set(BY_DEFINITION)
    assert len(explained) >= 10
    assert all(section.places for section in sections())


@pytest.mark.parametrize("section", SECTIONS)
def test_the_published_values_give_the_figure(section: Section) -> None:
    amounts: Amounts = {}
    for place in section.places:
        for part in place.gives:
            amounts.setdefault(part, []).append(float(place.published.replace(",", "")))
    computed = BY_DEFINITION[section.measure](amounts)
    assert computed == pytest.approx(section.figures["value"], rel=1e-7)


@needs_published_files
@pytest.mark.published
@pytest.mark.parametrize("section", SECTIONS)
def test_the_files_hold_what_the_page_says(section: Section) -> None:
    for name, sha256 in section.hashes.items():
        assert hashlib.sha256(published_file(name).read_bytes()).hexdigest() == sha256
    for place in section.places:
        assert place.file in section.hashes
        table = rows(published_file(place.file), place.sheet)
        assert _same(at(table, place.row, place.heading), place.published), place


def _same(found: str, said: str) -> bool:
    if found.strip() == said:
        return True
    return float(found.replace(",", "")) == float(said.replace(",", ""))


@needs_published_files
@pytest.mark.published
def test_the_page_is_what_the_files_give(published_home: Home) -> None:
    assert page(published_home) == PAGE.read_text("utf-8")
