"""Templates of returns: what is written is what the reader takes, and never passes for data."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from orchestration.catalogue import Catalogue, load_catalogue, rules
from orchestration.catalogue.load import load_publications
from orchestration.errors import PlainError
from orchestration.ingest.reader.read import read_file
from orchestration.ingest.reader.reading import Reading
from orchestration.returns import template_of, templates, write_template
from orchestration.returns.pages import render
from orchestration.returns.words import rule_in_words

YAML = """
publication_id: made_up_return
title: "A return, made up"
owner: team:data-engineering
licence: Not published
attribution: Nobody
landing_page: https://example.org
description: Counts of something.
markers: {"": not stated, "-": nothing}
tables:
  counts:
    description: Counts.
    grain: trust x day
    key: [counted_on, organisation_code]
    period: {kind: days, first: counted_on, last: counted_on}
    columns:
      counted_on: {kind: date, formats: ["%Y-%m-%d", "%d/%m/%Y"], required: true, description: Day.}
      organisation_code: {kind: code, pattern: 'R[A-Z|]\\w', required: true, description: A trust.}
      people: {kind: integer, minimum: 0, markers: ["-"], description: People.}
      remark: {kind: text, description: Words.}
    rules:
      - {rule: minimum_rows, count: 2, per: [counted_on]}
layouts:
  made_up_return:
    table: counts
    shape: records
    rests_on: our_template
    description: A CSV.
    headers: {counted_on: COUNTED_ON, organisation_code: TRUST, people: PEOPLE, remark: REMARK}
template:
  layout: made_up_return
  guidance: [Count each person once.]
  example:
    - {counted_on: 2020-07-31, organisation_code: RA1, people: "7", remark: "Caf\u00e9, round"}
    - {counted_on: 2020-07-31, organisation_code: RA2, people: "-", remark: ""}
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """A catalogue with one return and nothing else."""
    folder = tmp_path / "publications"
    folder.mkdir()
    (folder / "made_up_return.yml").write_text(YAML.replace(": 2020-07-31", ": '2020-07-31'"))
    return replace(load_catalogue(), publications=load_publications(folder))


def written(catalogue: Catalogue, folder: Path) -> list[Path]:
    return write_template(template_of(catalogue, "made_up_return"), folder, is_forced=False)


def reading_of(path: Path, catalogue: Catalogue) -> Reading:
    folder = path.parent / f"{path.stem} as read"
    folder.mkdir()
    return read_file(path, catalogue, folder)


def test_the_example_is_read_and_known_as_made_up(catalogue: Catalogue, tmp_path: Path) -> None:
    _, example = written(catalogue, tmp_path)
    with example.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows == [
        ["COUNTED_ON", "TRUST", "PEOPLE", "REMARK", "IS_SYNTHETIC"],
        ["2020-07-31", "RA1", "7", "Caf\u00e9, round", "true"],
        ["2020-07-31", "RA2", "-", "", "true"],
    ]
    reading = reading_of(example, catalogue)
    assert (reading.status, reading.reason, reading.is_synthetic) == ("loaded", None, True)


def test_the_empty_template_is_refused_with_what_to_do(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    empty, _ = written(catalogue, tmp_path)
    assert empty.read_text("utf-8-sig") == "COUNTED_ON,TRUST,PEOPLE,REMARK\n"
    reading = reading_of(empty, catalogue)
    assert reading.status == "quarantined"
    assert reading.reason == "there is a header and no row below it"
    assert reading.next_step == (
        "Fill in the template: one row is trust x day; then land it again."
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("COUNTED_ON,TRUST,PEOPLE,COMMENT\n2020-07-31,RA1,7,\n", "missing: REMARK"),
        ("COUNTED_ON,TRUST,PEOPLE,REMARK\n2020-07-31,RA1,seven,\n", "not a"),
        ("COUNTED_ON,TRUST,PEOPLE,REMARK\n2020-07-31,RA1,7,\n2020-07-31,RA1,8,\n", "rows 2, 3"),
        ("COUNTED_ON,TRUST,PEOPLE,REMARK\n2020-07-31,RA1,7,\n2020-07-31,RA2\n", "row 3"),
        ("COUNTED_ON,TRUST,PEOPLE,REMARK\n2020-07-31,RA1,7,,8\n", "row 2"),
    ],
)
def test_a_wrong_return_is_to_be_filled_in_again(
    content: str, reason: str, catalogue: Catalogue, tmp_path: Path
) -> None:
    path = tmp_path / "sent.csv"
    path.write_text(content)
    reading = reading_of(path, catalogue)
    assert reading.status == "quarantined"
    assert reading.reason is not None
    assert reason in reading.reason
    assert reading.next_step is not None
    assert "people-plan template made_up_return" in reading.next_step
    assert "docs/returns/made_up_return.md" in reading.next_step
    assert "Download" not in reading.next_step


def test_the_empty_template_filled_in_is_data(catalogue: Catalogue, tmp_path: Path) -> None:
    empty, _ = written(catalogue, tmp_path)
    with empty.open("a", encoding="utf-8") as file:
        file.write("31/07/2020,RA1,7,\r\n31/07/2020,RA2,8,\r\n")
    reading = reading_of(empty, catalogue)
    assert (reading.status, reading.reason, reading.is_synthetic) == ("loaded", None, False)


def test_nothing_is_written_over_unless_asked_for(catalogue: Catalogue, tmp_path: Path) -> None:
    empty, example = written(catalogue, tmp_path)
    example.unlink()
    empty.write_text("filled in")
    with pytest.raises(PlainError, match=r"made_up_return\.csv already stands in .*--force"):
        written(catalogue, tmp_path)
    assert (empty.read_text(), example.exists()) == ("filled in", False)
    write_template(template_of(catalogue, "made_up_return"), tmp_path, is_forced=True)
    assert empty.read_text("utf-8-sig").startswith("COUNTED_ON")


def test_a_folder_that_is_not_there_is_made(catalogue: Catalogue, tmp_path: Path) -> None:
    assert all(path.is_file() for path in written(catalogue, tmp_path / "one" / "two"))


def test_without_a_template_those_there_are_are_named(catalogue: Catalogue) -> None:
    with pytest.raises(PlainError, match=r"'nonsense' is no publication.*made_up_return\."):
        template_of(catalogue, "nonsense")
    with pytest.raises(PlainError, match=r"^nss is published"):
        template_of(load_catalogue(), "nss")


def test_a_page_says_all_that_the_file_must_hold_to(catalogue: Catalogue) -> None:
    pages = render(catalogue)
    assert set(pages) == {"made_up_return.md", "README.md"}
    page = pages["made_up_return.md"]
    for line in (
        "| `COUNTED_ON` | always | a day, such as `2020-07-31` or `31/07/2020` | Day. |",
        "| `TRUST` | always | a code that fits `R[A-Z\\|]\\w` | A trust. |",
        "| `PEOPLE` |  | a whole number from 0, or `-` | People. |",
        "- Period: The single day in `COUNTED_ON`.",
        "- Two rows never have the same `COUNTED_ON`, `TRUST`.",
        "- `-` means: nothing.",
        "- Count each person once.",
        "- At least 2 rows for each `COUNTED_ON`.",
        "| 2020-07-31 | RA2 | - |  |",
    ):
        assert line in page.splitlines()
    assert "[A return, made up](made_up_return.md)" in pages["README.md"]


def test_every_kind_of_rule_has_words() -> None:
    kinds = get_args(get_args(rules.Rule)[0])
    assert {kind for kind in kinds if kind not in rule_in_words.registry} == set()


@pytest.mark.parametrize("publication_id", templates(load_catalogue()))
def test_every_declared_example_loads(publication_id: str, tmp_path: Path) -> None:
    template = template_of(load_catalogue(), publication_id)
    empty, example = write_template(template, tmp_path, is_forced=False)
    reading = reading_of(example, load_catalogue())
    assert (reading.status, reading.reason, reading.is_synthetic) == ("loaded", None, True)
    assert reading.publication_id == publication_id
    refused = reading_of(empty, load_catalogue())
    assert refused.reason == "there is a header and no row below it"
    assert refused.publication_id == publication_id
