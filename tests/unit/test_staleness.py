"""What a build must do: nothing, some publications, or everything; never less than needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from orchestration.edition.inputs import code_hash, publication_hash
from orchestration.edition.model import Inputs
from orchestration.edition.staleness import Stale, stale

NOW = Inputs("code", {"nss": "1", "ods": "2"})


@pytest.mark.parametrize(
    ("built", "expected"),
    [
        (NOW, Stale()),
        (Inputs(), Stale(is_everything=True)),
        (Inputs("older code", NOW.publications), Stale(is_everything=True)),
        (Inputs("code", {"nss": "0", "ods": "2"}), Stale(publications=("nss",))),
        (Inputs("code", {"ods": "2"}), Stale(publications=("nss",))),
        (Inputs("code", {**NOW.publications, "gone": "3"}), Stale()),
    ],
)
def test_the_smallest_part_is_found(built: Inputs, expected: Stale) -> None:
    assert stale(NOW, built) == expected
    assert stale(NOW, built).is_nothing == (expected == Stale())


def test_an_unknown_state_equals_nothing_that_can_be_computed() -> None:
    assert Inputs().fingerprint != Inputs(code_hash([]), {}).fingerprint


def test_publications_do_not_depend_on_the_order_of_their_files() -> None:
    assert publication_hash(["a:1", "b:2"], "r") == publication_hash(["b:2", "a:1"], "r")
    assert publication_hash(["a:1"], "r") != publication_hash(["a:1"], "other reader")


def test_code_is_known_by_names_and_bytes_and_not_by_what_tools_leave(tmp_path: Path) -> None:
    model = tmp_path / "models" / "a.sql"
    model.parent.mkdir()
    model.write_text("select 1")
    first = code_hash(["models"], tmp_path)
    (tmp_path / "models" / "target").mkdir()
    (tmp_path / "models" / "target" / "run.json").write_text("{}")
    assert code_hash(["models"], tmp_path) == first
    model.write_text("select 2")
    assert code_hash(["models"], tmp_path) != first
    model.write_text("select 1")
    assert code_hash(["models"], tmp_path) == first
    model.rename(model.with_name("b.sql"))
    assert code_hash(["models"], tmp_path) != first
