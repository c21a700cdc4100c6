"""The home of the back tests, built once a run."""

from __future__ import annotations

import pytest

from orchestration.home import Home
from tests.back_tests.build import build
from tests.back_tests.comparison import BackTest, back_tests
from tests.conftest import made_once, shared_folder


@pytest.fixture(scope="session")
def back_test_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home built from files that hold the printed figures."""
    return made_once(shared_folder(tmp_path_factory) / "back_tests", build)


@pytest.fixture(scope="session")
def compared(back_test_home: Home) -> dict[str, BackTest]:
    """Every back test by the key of its known value."""
    return {test.known_value_id: test for test in back_tests(back_test_home)}
