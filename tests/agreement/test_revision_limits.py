"""Every publication has its limits, for England and below, and known revisions are usual."""

from __future__ import annotations

import csv

import pytest

from orchestration.home import PROJECT_ROOT


def seed(name: str) -> list[dict[str, str]]:
    with (PROJECT_ROOT / "seeds" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


LIMITS = {(row["publication_id"], row["geography"]): row for row in seed("revision_limits")}


def test_every_publication_has_limits_and_every_limit_a_publication() -> None:
    publications = {row["publication_id"] for row in seed("publications")}
    assert LIMITS.keys() == {(one, where) for one in publications for where in ("england", "below")}


def test_a_measure_is_limited_in_its_own_unit() -> None:
    """For England at least: a body may say anything of itself when it sends a return again."""
    column = {True: "points_limit", False: "percent_limit"}
    unlimited = {
        row["measure_id"]
        for row in seed("measures")
        if row["publication_id"]
        and not LIMITS[row["publication_id"], "england"][column[row["unit"].startswith("percent")]]
    }
    assert unlimited == set()


@pytest.mark.parametrize(
    ("publication_id", "column", "moved_by"),
    [
        # Known revisions: sickness 6.17 to 6.20, flu 49.4 to 49.9, discrimination 8.48 to 8.6.
        ("sickness_absence", "points_limit", 0.03),
        ("hcw_flu_uptake", "points_limit", 0.5),
        ("nss", "points_limit", 0.12),
        # General practice: 29,403 to 29,365 doctors in September 2015.
        ("gp_workforce", "percent_limit", 100 * 38 / 29_403),
    ],
)
def test_known_revisions_are_usual(publication_id: str, column: str, moved_by: float) -> None:
    assert moved_by < float(LIMITS[publication_id, "england"][column])
