"""An edition is withheld while a publication is loaded and its models are not built."""

from __future__ import annotations

from pathlib import Path

from orchestration.assets.edition import nothing_half_built
from orchestration.edition.ledger import note_loaded, note_modelled, unmodelled
from orchestration.home import Home


def test_loaded_and_modelled_is_whole(tmp_path: Path) -> None:
    home = Home(tmp_path)
    assert nothing_half_built(home).is_passed
    note_loaded(home, "nss", "1")
    note_loaded(home, "ods", "2")
    note_modelled(home, ["nss", "ods"], code="c", is_everything=True)
    assert nothing_half_built(home).is_passed


def test_loaded_again_with_other_files_is_half_built(tmp_path: Path) -> None:
    home = Home(tmp_path)
    note_loaded(home, "nss", "1")
    note_loaded(home, "ods", "2")
    note_modelled(home, ["nss", "ods"], code="c", is_everything=True)
    note_loaded(home, "nss", "1")
    assert unmodelled(home) == []
    note_loaded(home, "nss", "3")
    found = nothing_half_built(home)
    assert not found.is_passed
    assert found.detail == "Loaded and not modelled: nss. Run `people-plan build`."
    note_modelled(home, ["nss"], code="c", is_everything=False)
    assert unmodelled(home) == []
