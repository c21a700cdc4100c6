"""Every layout of the catalogue, in its sample file, suffers every kind of damage it can suffer.

A publication that is added later is in this test by itself. Damage is refused, unless a reviewed
entry says why a file alone cannot show it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest

from orchestration.catalogue import load_catalogue
from orchestration.home import Home
from orchestration.ingest import receive
from orchestration.ingest.reader import Reading, read_file
from tests.faults.changes import NothingToDamageError
from tests.faults.kinds_of_damage import KINDS, Kind
from tests.faults.reviewed import NOT_IN_THE_SAMPLE, NOTHING_TO_DAMAGE, REVIEWED, SLOW, reviewed
from tests.faults.subjects import Declared, Subject, declared_layouts, subjects_of

CATALOGUE = load_catalogue()
LAYOUTS = {one.layout_id: one for one in declared_layouts(CATALOGUE)}


def marks(declared: Declared) -> list[pytest.MarkDecorator]:
    return [pytest.mark.slow] if declared.layout_id in SLOW else []


IN_THE_SAMPLE = [one for layout_id, one in LAYOUTS.items() if layout_id not in NOT_IN_THE_SAMPLE]
UNDAMAGED = [
    pytest.param(declared, id=declared.layout_id, marks=marks(declared))
    for declared in IN_THE_SAMPLE
]
CASES = [
    pytest.param(
        declared,
        kind,
        id=f"{declared.layout_id}: {kind.name}".replace(" ", "_"),
        marks=marks(declared),
    )
    for declared in IN_THE_SAMPLE
    for kind in KINDS
    if kind.happens_to(declared)
]


@cache
def subjects(landing: Path, publication_id: str, *, is_slow: bool) -> dict[str, list[Subject]]:
    publication = CATALOGUE.publications[publication_id]
    wanted = {one for one in publication.layouts if (one in SLOW) == is_slow}
    return subjects_of(landing, CATALOGUE, publication, wanted - set(NOT_IN_THE_SAMPLE))


def of(landing: Path, declared: Declared) -> list[Subject]:
    is_slow = declared.layout_id in SLOW
    found = subjects(landing, declared.publication.publication_id, is_slow=is_slow)
    return found[declared.layout_id]


def damaged(found: list[Subject], kind: Kind) -> tuple[Subject, bytes, str] | None:
    """The damage done to the first sample file that has what it takes."""
    for subject in found:
        try:
            return (subject, *kind.done_to(subject))
        except NothingToDamageError:
            continue
    return None


def read(folder: Path, content: bytes, suffix: str) -> Reading:
    path = folder / f"damaged{suffix}"
    path.write_bytes(content)
    (folder / "read").mkdir()
    return read_file(path, CATALOGUE, folder / "read")


@pytest.mark.parametrize("declared", UNDAMAGED)
def test_undamaged_it_loads(declared: Declared, landing: Path, tmp_path: Path) -> None:
    subject = of(landing, declared)[0]
    reading = read(tmp_path, subject.book.written(), subject.book.suffix)
    assert (reading.status, reading.reason) == ("loaded", None)


@pytest.mark.parametrize(("declared", "kind"), CASES)
def test_damage_is_refused(declared: Declared, kind: Kind, landing: Path, tmp_path: Path) -> None:
    done = damaged(of(landing, declared), kind)
    if (declared.layout_id, kind.name) in NOTHING_TO_DAMAGE:
        assert done is None
        return
    assert done is not None, "no sample file has what this damage takes"
    subject, content, words = done
    reading = read(tmp_path, content, subject.book.suffix)
    why = reviewed(declared, kind.name)
    if why:
        assert reading.status == "loaded", f"take the entry out, it is seen: {reading.reason}"
        assert ("warning" in why) <= bool(reading.warnings)
        return
    assert reading.status == "quarantined", f"loaded with warnings {reading.warnings}"
    assert reading.reason
    assert words.casefold() in reading.reason.casefold()
    assert reading.next_step
    if declared.is_return and reading.publication_id:
        assert "template" in reading.next_step or "synthetic" in reading.next_step
    assert "the reader failed" not in reading.reason


def test_entries_are_of_layouts_and_damages_that_there_are() -> None:
    entries = {(layout, kind) for kind, layouts in REVIEWED.items() for layout in layouts}
    possible = {
        (declared.layout_id, kind.name)
        for declared in IN_THE_SAMPLE
        for kind in KINDS
        if kind.happens_to(declared)
    }
    assert (entries | NOTHING_TO_DAMAGE) - possible == set()


def test_layouts_said_to_be_outside_the_sample_are(landing: Path) -> None:
    assert set(NOT_IN_THE_SAMPLE) <= set(LAYOUTS)
    publications = {LAYOUTS[one].publication.publication_id for one in NOT_IN_THE_SAMPLE}
    for publication_id in publications:
        there = subjects(landing, publication_id, is_slow=False)
        assert set(there) & set(NOT_IN_THE_SAMPLE) == set()


def test_whatever_is_refused_is_kept_whole_beside_its_reason(tmp_path: Path) -> None:
    """An error page under the name of a file of every publication, all in one landing folder."""
    home = Home(tmp_path)
    landed: dict[str, bytes] = {}
    for publication_id in CATALOGUE.publications:
        name = f"{publication_id}.csv"
        landed[name] = f"<!DOCTYPE html><title>{publication_id} was moved</title>".encode()
        folder = home.landing / publication_id / "2025-01-01"
        folder.mkdir(parents=True)
        (folder / name).write_bytes(landed[name])
    outcomes = receive(
        home, CATALOGUE, today=date(2026, 1, 1), now=datetime(2026, 1, 1, tzinfo=UTC)
    ).outcomes
    assert len(outcomes) == len(landed)
    for outcome in outcomes:
        name = Path(outcome.landed_as).name
        assert outcome.status == "quarantined"
        assert outcome.reason
        assert name in outcome.reason
        assert "web page" in outcome.reason
        (folder,) = home.quarantine.glob(f"*/{outcome.file_id}")
        assert (folder / name).read_bytes() == landed[name]
        assert str(outcome.next_step) in (folder / "reason.txt").read_text("utf-8")
