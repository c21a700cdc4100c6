"""Real files, damaged in every way we could think of: loaded with the same content, or refused."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pytest

from orchestration.catalogue import load_catalogue
from orchestration.home import Home
from orchestration.ingest import FileOutcome, receive
from orchestration.ingest.archive import Archive
from tests.faults.real_files import CASES
from tests.faults.real_files.case import FILES, SAME, SAME_NUMBERS, Case
from tests.published import PUBLISHED, needs_published_files

pytestmark = [pytest.mark.published, needs_published_files]

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def published(file: str) -> Path:
    return sorted(PUBLISHED.glob(FILES[file]))[0]


def received(home: Home, content: bytes, name: str) -> list[FileOutcome]:
    folder = home.landing / "anywhere" / "2025-01-01"
    folder.mkdir(parents=True)
    (folder / name).write_bytes(content)
    return receive(home, load_catalogue(), today=date(2026, 1, 1), now=NOW).outcomes


def content_of(
    home: Home, outcome: FileOutcome, *, numbers: bool = False
) -> list[tuple[object, ...]]:
    """Every published row, without its place in the file; with `numbers`, commas in them aside."""
    archive = Archive(home.archive)
    rows: list[tuple[object, ...]] = []
    lineage = "row_number, is_synthetic, layout_id, sheet_name"
    with duckdb.connect() as connection:
        for path in sorted(archive.folder(outcome.file_id).glob("*.parquet")):
            column_number = (
                ", column_number" if "series" in path.stem or "region_staff" in path.stem else ""
            )
            column_number = ", column_number" if "detailed" in path.stem else column_number
            found = connection.execute(
                f"select * exclude ({lineage}{column_number}) from read_parquet(?)", [str(path)]
            ).fetchall()
            rows += [(path.stem, *row) for row in found]
    if numbers:
        rows = [tuple(as_number(value) for value in row) for row in rows]
    return sorted(rows, key=repr)


def as_number(value: object) -> object:
    try:
        return float(str(value).replace(",", ""))
    except ValueError:
        return value


@pytest.fixture(scope="module")
def undamaged(tmp_path_factory: pytest.TempPathFactory):
    """The rows of an undamaged file, read once."""
    known: dict[tuple[str, bool], list[tuple[object, ...]]] = {}

    def read(file: str, numbers: bool = False) -> list[tuple[object, ...]]:
        if (file, numbers) not in known:
            home = Home(tmp_path_factory.mktemp(file))
            (outcome,) = received(home, published(file).read_bytes(), published(file).name)
            assert outcome.status == "loaded", outcome.reason
            known[file, numbers] = content_of(home, outcome, numbers=numbers)
        return known[file, numbers]

    return read


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_damaged_file_loads_the_same_or_is_refused(case: Case, tmp_path: Path, undamaged) -> None:
    original = published(case.file)
    name = case.name or original.name
    home = Home(tmp_path)
    outcomes = received(home, case.change(original.read_bytes()), name)
    outcome = outcomes[0]
    if case.outcome in (SAME, SAME_NUMBERS):
        assert {one.status for one in outcomes} <= {"loaded", "duplicate"}, outcome.reason
        numbers = case.outcome == SAME_NUMBERS
        assert content_of(home, outcome, numbers=numbers) == undamaged(case.file, numbers)
        return
    assert outcome.status == "quarantined"
    assert outcome.reason is not None
    assert outcome.next_step
    assert case.outcome.casefold() in outcome.reason.casefold()
    assert outcome.landed_as.rpartition("/")[2].rpartition("!")[2] in outcome.reason
    (reason,) = home.quarantine.glob("*/*/reason.txt")
    assert outcome.reason in reason.read_text("utf-8")


def test_there_are_more_than_fifty_damages() -> None:
    assert len({str(case) for case in CASES}) == len(CASES) > 50
