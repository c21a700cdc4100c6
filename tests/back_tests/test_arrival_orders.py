"""The same files in any order, in any batches, make one register, one set of rows, one history."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from orchestration.catalogue import load_catalogue
from orchestration.home import Home
from tests.back_tests.arrival import Landed, arrivals, history, received

CATALOGUE = load_catalogue()
ORDERS = 8
MANY_ORDERS = 1000
# Of the thousand; each part is one test, so that workers share them.
PARTS = 8
MOST_BATCHES = 5
Made = tuple[dict[str, str], str, dict[str, int]]


@pytest.fixture(scope="module")
def landed(back_test_home: Home) -> list[Landed]:
    return arrivals(back_test_home.landing)


@pytest.fixture(scope="module")
def made(
    back_test_home: Home, landed: list[Landed], tmp_path_factory: pytest.TempPathFactory
) -> Made:
    """What comes of them all at once: the register and raw tables, the history, its vintages."""
    home, raw = received(tmp_path_factory.mktemp("at_once"), CATALOGUE, [landed])
    return raw, *history(back_test_home, home)


def test_they_hold_what_could_go_wrong(
    made: Made,
    back_test_home: Home,
    landed: list[Landed],
    tmp_path: Path,
) -> None:
    _, at_once, vintages = made
    assert vintages["later_ones"] > 50
    assert vintages["withdrawn"] > 0
    whole, broken = landed[:-1], landed[-1]
    assert "broken" in broken.place
    home, _ = received(tmp_path / "without_broken", CATALOGUE, [whole])
    assert history(back_test_home, home)[0] == at_once
    # A file less is another history: the hash tells.
    home, _ = received(tmp_path / "without_first", CATALOGUE, [landed[1:]])
    assert history(back_test_home, home)[0] != at_once


def in_any_order(count: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Gives a test orders and batches to choose from; each is too dear to be made smaller."""

    def with_orders(test: Callable[..., None]) -> Callable[..., None]:
        return settings(
            max_examples=count,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )(given(random=st.randoms(use_true_random=True))(test))

    return with_orders


def check(home: Home, landed: list[Landed], made: Made, random: Random) -> None:
    """Receives them in one order and in some batches, and compares what comes of it."""
    shuffled = random.sample(landed, len(landed))
    cuts = sorted(random.sample(range(1, len(landed)), random.randrange(MOST_BATCHES)))
    batches = [
        shuffled[start:end] for start, end in zip([0, *cuts], [*cuts, len(landed)], strict=True)
    ]
    with tempfile.TemporaryDirectory() as folder:
        other, raw = received(Path(folder), CATALOGUE, batches)
        found = (raw, history(home, other)[0])
    said = [[one.place for one in batch] for batch in batches]
    assert found == made[:2], f"received in these batches: {said}"


@in_any_order(ORDERS)
def test_any_order_gives_one_history(
    back_test_home: Home, landed: list[Landed], made: Made, random: Random
) -> None:
    check(back_test_home, landed, made, random)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
@in_any_order(MANY_ORDERS // PARTS)
def test_a_thousand_orders_give_one_history(
    back_test_home: Home, landed: list[Landed], made: Made, part: int, random: Random
) -> None:
    del part
    check(back_test_home, landed, made, random)
